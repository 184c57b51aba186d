using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class CommittedHelpTests
{
    public static TheoryData<string> Made => [.. ModuleHelp.Files.Make().Keys];

    [Theory]
    [MemberData(nameof(Made))]
    public void A_file_is_what_the_pages_make(string path)
    {
        var file = Path.Combine(ModuleHelp.Root, path);

        Assert.True(File.Exists(file), $"{path} is missing: dotnet run --project tests/Novita.Help");
        Assert.Equal(ModuleHelp.Files.Make()[path], File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void There_is_no_file_that_the_pages_do_not_make()
    {
        var files = Directory.EnumerateFiles(Path.Combine(ModuleHelp.Root, "en-US")).Select(file => $"en-US/{Path.GetFileName(file)}");

        Assert.Equal(ModuleHelp.Files.Make().Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }
}
