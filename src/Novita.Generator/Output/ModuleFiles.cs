using System.Reflection;
using Novita.Generator.Cmdlets;
using Novita.Generator.Pages;

namespace Novita.Generator.Output;

/// <summary>What the module needs beside its assemblies.</summary>
public static class ModuleFiles
{
    /// <summary>Gives paths and texts: the views, the help of the cmdlets, the topics.</summary>
    /// <exception cref="GeneratorException">A page or a view is wrong.</exception>
    public static IEnumerable<(string Path, string Text)> Make(
        Assembly assembly, IReadOnlyList<CmdletFacts> cmdlets, HelpDocuments documents)
    {
        var pages = documents.Pages().ToDictionary(page => page.Name);
        yield return ("Novita.Format.ps1xml", FormatWriter.Write(ViewFacts.ReadAll(assembly)));
        yield return ("en-US/Novita.dll-Help.xml",
            MamlWriter.Write(cmdlets.Select(cmdlet => (cmdlet, pages.GetValueOrDefault(cmdlet.Name, HelpPage.Empty(cmdlet.Name))))));
        foreach (var topic in documents.Topics())
        {
            yield return ($"en-US/{topic.Name}.help.txt", AboutWriter.Write(topic));
        }
    }
}
