using Novita.Demo;
using Novita.Help.Cmdlets;
using Novita.Help.Output;
using Novita.Help.Pages;

namespace Novita.Tests.Fixtures;

/// <summary>The help of this checkout and the cmdlets that it is about.</summary>
public static class ModuleHelp
{
    private static readonly Lazy<IReadOnlyDictionary<string, CmdletFacts>> s_cmdlets = new(() => ModuleCmdlets.Read().ToDictionary(cmdlet => cmdlet.Name));

    public static string Root { get; } = Path.GetDirectoryName(ModuleFile.Path)!;

    public static HelpFiles Files { get; } = new(Root);

    /// <summary>What the engine knows of the exported cmdlets.</summary>
    public static IReadOnlyDictionary<string, CmdletFacts> Cmdlets => s_cmdlets.Value;

    public static PageDocument Document(string cmdlet) => PageDocument.Read(Files.PagePath(cmdlet));

    public static HelpPage Page(string cmdlet) => HelpPageReader.Read(Document(cmdlet));
}
