using System.Reflection;
using System.Runtime.Loader;

namespace Novita.Tests.Packaging;

/// <summary>Who is given what lies in <c>dependencies/</c>: nobody but the module, and nothing but that.</summary>
public sealed class DependencyResolverTests
{
    private static readonly Assembly s_module = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(ModulePackage.Bin, "Novita.dll"));

    public static TheoryData<string> Names => ["System.Text.Json", "System.Memory, Version=1.0.0.0, Culture=neutral"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_module_and_a_caller_without_a_name_are_given_a_dependency(string name)
    {
        Assert.NotNull(Resolve(name, s_module));
        Assert.NotNull(Resolve(name, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_assembly_is_given_no_dependency(string name) =>
        Assert.Null(Resolve(name, typeof(DependencyResolverTests).Assembly));

    [Theory]
    [InlineData("../Novita.Client")]
    [InlineData("../dependencies/System.Text.Json")]
    [InlineData("No.Such.Assembly")]
    public void No_file_outside_of_the_folder_is_given(string name) => Assert.Null(Resolve(name, s_module));

    private static Assembly? Resolve(string name, Assembly? asker)
    {
        var resolve = s_module.GetType("Novita.DependencyResolver", throwOnError: true)!.GetMethod("Resolve", BindingFlags.Static | BindingFlags.NonPublic)!;
        return resolve.CreateDelegate<ResolveEventHandler>()(AppDomain.CurrentDomain, new ResolveEventArgs(name, asker));
    }
}
