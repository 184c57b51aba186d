using Mono.Cecil;

namespace Novita.Tests.Packaging;

/// <summary>
/// Finds assemblies as Windows PowerShell 5.1 would on .NET Framework 4.7.2: the framework's own first, then PowerShell's,
/// then those beside the one that asks, then what the module's resolver gives.
/// </summary>
internal sealed class DesktopAssemblies : IAssemblyResolver
{
    private static readonly string s_framework = ModulePackage.Metadata("NetFramework");

    private readonly Dictionary<string, AssemblyDefinition?> _read = [];

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        Find(name) ?? throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    /// <summary>Reads an assembly of the module.</summary>
    public AssemblyDefinition Open(string file) => Read(Path.Combine(ModulePackage.Bin, file))!;

    /// <summary>Whether an assembly lies in the module.</summary>
    public static bool IsOurs(AssemblyDefinition assembly) => assembly.MainModule.FileName.StartsWith(ModulePackage.Bin, StringComparison.Ordinal);

    public void Dispose()
    {
        foreach (var assembly in _read.Values)
        {
            assembly?.Dispose();
        }
    }

    private AssemblyDefinition? Find(AssemblyNameReference name)
    {
        string[] folders =
        [
            s_framework,
            Path.Combine(s_framework, "Facades"),
            ModulePackage.Metadata("PowerShellStandard"),
            ModulePackage.Bin,
            Path.Combine(ModulePackage.Bin, "dependencies"),
        ];

        // The framework takes no older version than was asked for, and nothing with another key.
        return folders
            .Select(folder => Read(Path.Combine(folder, name.Name + ".dll")))
            .FirstOrDefault(found => found is not null && found.Name.Version >= name.Version && found.Name.PublicKeyToken.SequenceEqual(name.PublicKeyToken));
    }

    private AssemblyDefinition? Read(string path)
    {
        if (!_read.TryGetValue(path, out var assembly))
        {
            assembly = File.Exists(path) ? AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this }) : null;
            _read.Add(path, assembly);
        }

        return assembly;
    }
}
