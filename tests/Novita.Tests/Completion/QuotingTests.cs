using System.Management.Automation;
using CsCheck;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Completion;

/// <summary>What is completed is right as code, and safe to print, whatever an instance is called.</summary>
public sealed class QuotingTests : ServiceTest
{
    public static TheoryData<string> OddNames { get; } =
    [
        "two words", " leading", "trailing ", "it's", "say \"hi\"", "$HOME", "$(Get-Date)", "a;b", "a|b", "a&b", "a,b", "a#b", "#a", "@a", "@(1)", "-Status", "--%", "–dash",
        "a`b", "a``b", "a`", "`", "(a)", "{a}", "a{b", "<a", "a>b", "%", "?", "*", "[a]", "a[b", "a]b", "gpu*", "a`[b`]", "[", "1", "007", "1e5", "0x10", "1kb", "1..3", "a..b", ".5", "+1", "!a", "if",
        "‘curly’", "“curly”", "„low", "‚low", "it’s", "Ω-κόσμος", "模型-1", "🚀rocket", "👩‍💻", "\u001b[31mred", "bell\a", "line\nbreak", "tab\t", "null\0", "\u202ertl", "zero\u200bwidth", "\"\u001b$x`\"",
        "\ud83d", "a\udb40\udc41", "~", "a\\b", "/a", "a=b", "a:b", "$", "a$", "^", "a'b\"c`d$e", "''", "\"\"", "\\", "true", "null",
    ];

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_completed_name_is_that_name(string name)
    {
        var shell = ConnectAndSee(await StartAsync(new SimulatedInstance { Id = "0dd", Name = name }, new() { Id = "decoy", Name = "gpu-ab" }));

        var whole = Find(shell.Complete("Stop-NovitaInstance -Name "), "0dd");
        var exact = Find(shell.Complete("Get-NovitaInstance -Exact -Name "), "0dd");
        var search = Find(shell.Complete("Get-NovitaInstance -Name "), "0dd");

        Assert.Equal([name, name, name], Values(shell, whole.CompletionText));
        Assert.Equal(whole.CompletionText, exact.CompletionText);
        Assert.Equal(["0dd"], shell.Output($"(Get-NovitaInstance -Exact -Name {exact.CompletionText}).Id").Select(id => id.ToString()));
        Assert.Equal(["0dd"], shell.Output($"(Get-NovitaInstance -Name {search.CompletionText}).Id").Select(id => id.ToString()));
        Assert.All([whole, search], IsSafe);
    }

    [Fact]
    public void A_completed_name_is_that_name_whatever_its_characters()
    {
        Gen.Char["abA1.-'\"`$(){}[]*?;,#@&|<> \t\n\u001b’“„–é\u200b"].Array[1, 8].Select(characters => new string(characters)).Array[40].Sample(
            names =>
            {
                var service = StartAsync([.. names.Distinct().Select(name => new SimulatedInstance { Name = name })]).GetAwaiter().GetResult();
                var shell = ConnectAndSee(service);
                var choices = shell.Complete("Stop-NovitaInstance -Name ");
                var texts = string.Join(", ", choices.Select(choice => choice.CompletionText));

                Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), Values(shell, texts).Distinct().Order(StringComparer.Ordinal));
                Assert.All(choices, IsSafe);
            },
            iter: 10,
            threads: 1);
    }

    [Theory]
    [InlineData("it's", "Stop-NovitaInstance -Name 'it''")]
    [InlineData("it's", "Stop-NovitaInstance -Name \"it'")]
    [InlineData("two words", "Stop-NovitaInstance -Name two` w")]
    [InlineData("two words", "Stop-NovitaInstance -Name 'two w'")]
    [InlineData("a[b]", "Get-NovitaInstance -Name a[b")]
    [InlineData("a[b]", "Get-NovitaInstance -Name 'a`[b")]
    [InlineData("a[b]", "Get-NovitaInstance -Name 'a`[b`]'")]
    [InlineData("a[b]", "Get-NovitaInstance -Exact -Name a[b")]
    public async Task What_was_typed_may_be_quoted(string name, string line)
    {
        var shell = ConnectAndSee(await StartAsync(new SimulatedInstance { Id = "0dd", Name = name }, new() { Name = "other" }));

        Assert.Equal(name, Assert.Single(shell.Complete(line)).ListItemText);
    }

    [Fact]
    public async Task An_id_that_looks_like_a_number_stays_what_it_is()
    {
        var shell = ConnectAndSee(await StartAsync(new SimulatedInstance { Id = "0123456789012345" }, new() { Id = "12345678901e2345" }));

        var ids = shell.Complete("Get-NovitaInstance -Id ").Select(choice => choice.CompletionText).ToList();

        Assert.Equal(["'0123456789012345'", "'12345678901e2345'"], ids);
        Assert.Equal(["0123456789012345", "12345678901e2345"], shell.Output($"(Get-NovitaInstance -Id {string.Join(", ", ids)}).Id").Select(id => id.ToString()));
    }

    [Fact]
    public void A_session_name_is_quoted_and_shown_safely()
    {
        var shell = NewShell().With("name", "it's\u001b[31m");
        shell.Output("Connect-Novita -ApiKey 0123456789abcdef -SkipValidation -Name $name");

        var choice = Assert.Single(shell.Complete("Get-NovitaInstance -Session it"));

        IsSafe(choice);
        Assert.Equal(["it's\u001b[31m"], Values(shell, choice.CompletionText).Distinct());
        Assert.Equal("it's\u001b[31m", shell.Output($"Get-NovitaSession -Name {shell.Complete("Get-NovitaSession it").Single().CompletionText}").Single().ToString());
    }

    private static CompletionResult Find(CompletionResult[] choices, string id) => choices.Single(choice => choice.ToolTip.StartsWith(id, StringComparison.Ordinal));

    private static void IsSafe(CompletionResult choice) => Assert.All(
        [choice.CompletionText, choice.ListItemText, choice.ToolTip],
        text => Assert.DoesNotContain(text, character => char.IsControl(character) || character is '\u202e' or '\u200b'));

    /// <summary>What a parameter for texts is given by an argument, alone and in a list.</summary>
    private static string[] Values(Shell shell, string argument) =>
        [.. shell.Output($"function Show([string[]] $Name) {{ $Name }}; Show -Name {argument}; Show -Name {argument}, {argument}").Select(value => value.ToString())];
}
