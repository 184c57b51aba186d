using System.Reflection;
using Novita.Generator.Cmdlets;
using Novita.Generator.Pages;

namespace Novita.Generator.Output;

/// <summary>Makes the files of the module that are not assemblies.</summary>
public static class ModuleFiles
{
    /// <summary>Returns the paths and texts of the views, the help of the cmdlets, and the about topics.</summary>
    /// <exception cref="GeneratorException">A page or a view is wrong.</exception>
    public static IEnumerable<(string Path, string Text)> Make(
        Assembly assembly, IReadOnlyList<CmdletFacts> cmdlets, HelpDocuments documents)
    {
        var pages = documents.Pages().ToDictionary(page => page.Name);
        yield return ("Novita.Format.ps1xml", FormatWriter.Write(ViewFacts.ReadAll(assembly)));
        var help = cmdlets.Select(cmdlet => (cmdlet, pages.GetValueOrDefault(cmdlet.Name, HelpPage.Empty(cmdlet.Name))));
        yield return ("en-US/Novita.dll-Help.xml", MamlWriter.Write(help));
        foreach (var topic in documents.Topics())
        {
            yield return ($"en-US/{topic.Name}.help.txt", AboutWriter.Write(topic));
        }
    }
}
