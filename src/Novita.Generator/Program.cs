using System.Runtime.Loader;
using Novita.Generator;
using Novita.Generator.Cmdlets;
using Novita.Generator.Output;
using Novita.Generator.Pages;

if (args is not [var assemblyPath, var docs, var manifestPath, var folder, .. var options])
{
    Console.WriteLine("""
        Generates files from the code and the pages of the module; `dotnet build` runs this program.

          Novita.Generator <Novita.dll> <docs> <Novita.psd1> <folder>            writes Novita.Format.ps1xml and en-US/ into the folder,
              and CmdletsToExport into the manifest
          Novita.Generator <Novita.dll> <docs> <Novita.psd1> <folder> --check    fails if the manifest does not name every cmdlet
        """);
    return 2;
}

var bin = Path.GetDirectoryName(assemblyPath)!;
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(bin, $"{name.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
try
{
    var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(assemblyPath);
    var comments = DocComments.Read(Path.Combine(bin, "Novita.xml"), Path.Combine(bin, "Novita.Client.xml"));
    var cmdlets = CmdletReader.ReadAll(assembly, comments);
    Manifest.Export(manifestPath, cmdlets.Select(cmdlet => cmdlet.Name), options.Contains("--check"));

    // Delete the folder first, because it may have files of pages that no longer exist.
    Directory.CreateDirectory(folder);
    Directory.Delete(folder, recursive: true);
    foreach (var (path, text) in ModuleFiles.Make(assembly, cmdlets, new HelpDocuments(docs)))
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    return 0;
}
catch (GeneratorException error)
{
    // MSBuild shows a line of this form as a build error.
    Console.WriteLine($"Novita.Generator : error : {error.Message}");
    return 1;
}
