using Novita.Commands;
using Novita.Demo;
using Novita.Generator.Cmdlets;
using Novita.Generator.Pages;
using Novita.Tests.Packaging;

namespace Novita.Tests.Fixtures;

/// <summary>The pages of this checkout and the cmdlets that they are about.</summary>
public static class ModuleHelp
{
    private static readonly Lazy<IReadOnlyDictionary<string, CmdletFacts>> s_cmdlets = new(() =>
        CmdletReader.ReadAll(typeof(GetNovitaInstanceCommand).Assembly, Comments()).ToDictionary(cmdlet => cmdlet.Name));

    public static string Root { get; } = Path.GetDirectoryName(ModuleFile.Path)!;

    public static HelpDocuments Documents { get; } = new(Path.Combine(Root, "docs"));

    /// <summary>What the code says of the cmdlets.</summary>
    public static IReadOnlyDictionary<string, CmdletFacts> Cmdlets => s_cmdlets.Value;

    public static HelpPage Page(string cmdlet) => Documents.Pages().Single(page => page.Name == cmdlet);

    private static DocComments Comments()
    {
        var folder = ModulePackage.Metadata("DocComments");
        return DocComments.Read(Path.Combine(folder, "Novita.xml"), Path.Combine(folder, "Novita.Client.xml"));
    }
}
