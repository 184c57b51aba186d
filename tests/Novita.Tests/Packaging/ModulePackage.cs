using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace Novita.Tests.Packaging;

/// <summary>The package that the build of the tests made, as a folder and as the gallery takes it.</summary>
internal static class ModulePackage
{
    /// <summary>The one version's folder; more than one, or none, is an error of the build.</summary>
    public static string Folder { get; } = Directory.GetDirectories(Path.Combine(Metadata("Package"), "Novita")).Single();

    public static string Manifest { get; } = Path.Combine(Folder, "Novita.psd1");

    public static string Bin { get; } = Path.Combine(Folder, "bin");

    public static string Version => Path.GetFileName(Folder);

    public static string ArchiveFile => Path.Combine(Metadata("Package"), $"Novita.{Version}.nupkg");

    /// <summary>The paths of the files in the folder, in order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the build has written into this assembly.</summary>
    public static string Metadata(string key) =>
        typeof(ModulePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    /// <summary>The elements of the package's own description, by name.</summary>
    public static Dictionary<string, string> ReadDescription()
    {
        using var archive = ZipFile.OpenRead(ArchiveFile);
        using var description = archive.GetEntry("Novita.nuspec")!.Open();
        return XDocument.Load(description).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
    }
}
