using System.Management.Automation.Language;
using System.Text;
using System.Xml.Linq;

namespace Novita.Tests.Packaging;

/// <summary>What Windows PowerShell 5.1 reads of the package besides assemblies: nothing in it may be newer than 5.1.</summary>
public sealed class DesktopSyntaxTests
{
    private static readonly HashSet<string> s_manifestKeys =
    [
        "AliasesToExport", "Author", "ClrVersion", "CmdletsToExport", "CompanyName", "CompatiblePSEditions", "Copyright", "DefaultCommandPrefix",
        "Description", "DotNetFrameworkVersion", "DscResourcesToExport", "FileList", "FormatsToProcess", "FunctionsToExport", "GUID", "HelpInfoURI",
        "ModuleList", "ModuleVersion", "NestedModules", "PowerShellHostName", "PowerShellHostVersion", "PowerShellVersion", "PrivateData",
        "ProcessorArchitecture", "RequiredAssemblies", "RequiredModules", "RootModule", "ScriptsToProcess", "TypesToProcess", "VariablesToExport",
    ];

    // Those in use of the many that 5.1 has; a new one is looked up in the schemas of 5.1 before it is added.
    private static readonly Dictionary<string, HashSet<string>> s_elements = new()
    {
        ["bin/Novita.Format.ps1xml"] =
        [
            "Alignment", "Configuration", "ItemSelectionCondition", "Label", "ListControl", "ListEntries", "ListEntry", "ListItem",
            "ListItems", "Name", "PropertyName", "ScriptBlock", "TableColumnHeader", "TableColumnItem", "TableColumnItems", "TableControl",
            "TableHeaders", "TableRowEntries", "TableRowEntry", "TypeName", "View", "ViewDefinitions", "ViewSelectedBy", "Width",
        ],
        ["bin/Novita.Types.ps1xml"] =
        [
            "Members", "MemberSet", "Name", "NoteProperty", "Type", "TypeConverter", "TypeName", "Types", "Value",
        ],
    };

    private static readonly TokenKind[] s_newerTokens =
        [TokenKind.QuestionMark, TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals, TokenKind.QuestionDot, TokenKind.QuestionLBracket, TokenKind.AndAnd, TokenKind.OrOr, TokenKind.Clean];

    [Fact]
    public void The_manifest_has_keys_of_5_1_and_plain_letters_only()
    {
        var text = File.ReadAllText(ModulePackage.Manifest);
        var manifest = (HashtableAst)Parser.ParseInput(text, out _, out _).Find(ast => ast is HashtableAst, false);

        // Without a byte order mark 5.1 reads a script by the machine's code page.
        Assert.True(Ascii.IsValid(text));
        Assert.Subset(s_manifestKeys, manifest.KeyValuePairs.Select(pair => pair.Item1.ToString()).ToHashSet());
        Assert.Empty(Newer(text));
    }

    [Theory]
    [InlineData("bin/Novita.Format.ps1xml")]
    [InlineData("bin/Novita.Types.ps1xml")]
    public void The_views_and_the_types_have_elements_of_5_1_only(string file) =>
        Assert.Subset(s_elements[file], Read(file).Descendants().Select(element => element.Name.LocalName).ToHashSet());

    [Theory]
    [InlineData("bin/Novita.Format.ps1xml")]
    [InlineData("en-US/Novita.dll-Help.xml")]
    public void No_script_of_the_package_needs_more_than_5_1(string file) =>
        Assert.All(
            Read(file).Descendants().Where(element => element.Name.LocalName is "ScriptBlock" or "code" && !element.HasElements),
            script => Assert.Empty(Newer(script.Value)));

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("Get-It && Get-That")]
    [InlineData("\"`e[0m\"")]
    [InlineData("Get-It | ForEach-Object -Parallel { $_ }")]
    [InlineData("$PSStyle.Reset")]
    public void Newer_syntax_is_noticed(string script) => Assert.NotEmpty(Newer(script));

    private static XDocument Read(string file) => XDocument.Load(Path.Combine(ModulePackage.Folder, file));

    private static IEnumerable<string> Newer(string script)
    {
        Parser.ParseInput(script, out var tokens, out _);
        return tokens
            .Where(token => s_newerTokens.Contains(token.Kind)
                || token.Text.Contains("`e", StringComparison.Ordinal)
                || token is ParameterToken { ParameterName: "Parallel" }
                || (token is VariableToken variable && (variable.Name is "PSStyle" or "IsWindows" or "IsLinux" or "IsMacOS" or "IsCoreCLR")))
            .Select(token => token.Text);
    }
}
