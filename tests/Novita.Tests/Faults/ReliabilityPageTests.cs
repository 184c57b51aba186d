using Novita.Tests.Fixtures;

namespace Novita.Tests.Faults;

public sealed class ReliabilityPageTests
{
    private static readonly string s_path = Path.Combine(ModuleHelp.Root, "docs", "reliability.md");

    [Fact]
    public void The_page_says_what_the_table_says()
    {
        if (Environment.GetEnvironmentVariable("NOVITA_WRITE_DOCS") == "1")
        {
            File.WriteAllText(s_path, ReliabilityPage.Write());
        }

        var page = File.Exists(s_path) ? File.ReadAllText(s_path).ReplaceLineEndings("\n") : "";
        Assert.True(
            ReliabilityPage.Write() == page,
            "docs/reliability.md differs from the table. To write it again: NOVITA_WRITE_DOCS=1 dotnet test tests/Novita.Tests --filter FullyQualifiedName~ReliabilityPageTests");
    }
}
