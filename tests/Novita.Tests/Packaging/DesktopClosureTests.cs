using Mono.Cecil;

namespace Novita.Tests.Packaging;

/// <summary>Proves, without Windows, that Windows PowerShell 5.1 finds everything that the module's assemblies name.</summary>
public sealed class DesktopClosureTests : IDisposable
{
    private readonly DesktopAssemblies _assemblies = new();

    /// <summary>Every assembly of the package.</summary>
    public static TheoryData<string> Assemblies => [.. Files];

    private static IEnumerable<string> Files =>
        ModulePackage.Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => file["bin/".Length..]);

    public void Dispose() => _assemblies.Dispose();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_assembly_that_is_named_is_there(string file) =>
        Assert.All(_assemblies.Open(file).MainModule.AssemblyReferences, name => _assemblies.Resolve(name));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_type_that_is_named_is_there(string file) =>
        Assert.DoesNotContain(_assemblies.Open(file).MainModule.GetTypeReferences(), type => type.Resolve() is null);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_member_that_is_named_is_there(string file)
    {
        var members = _assemblies.Open(file).MainModule.GetMemberReferences().Where(member => member.DeclaringType is not ArrayType);

        Assert.DoesNotContain(members, member => member.Resolve() is null);
    }

    [Fact]
    public void Nothing_is_shipped_that_nobody_names()
    {
        var met = new HashSet<AssemblyDefinition>();
        Walk(_assemblies.Open("Novita.dll"));

        Assert.Equal(Files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(), met.Select(assembly => assembly.Name.Name).Order());

        void Walk(AssemblyDefinition assembly)
        {
            if (DesktopAssemblies.IsOurs(assembly) && met.Add(assembly))
            {
                assembly.MainModule.AssemblyReferences.Select(_assemblies.Resolve).ToList().ForEach(Walk);
            }
        }
    }
}
