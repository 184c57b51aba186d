namespace Novita.Demo;

/// <summary>Finds the module that this checkout built.</summary>
public static class ModuleFile
{
    private const string Manifest = "Novita.psd1";

    /// <summary>The path of the manifest, found upwards from where this program lies.</summary>
    /// <exception cref="FileNotFoundException">This program lies outside a checkout.</exception>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = System.IO.Path.Combine(folder.FullName, Manifest);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException($"No {Manifest} above {AppContext.BaseDirectory}: run this from a checkout.");
    }
}
