namespace Novita.Tests.Conventions;

/// <summary>What the source keeps to as a whole.</summary>
public sealed class StructureTests
{
    private const int MaxColumns = 140;

    [Fact]
    public void No_two_folders_use_each_other() => AssertNone(SourceGraph.Cycles(SourceGraph.Read().Folders()));

    [Fact]
    public void No_two_files_use_each_other() => AssertNone(SourceGraph.Cycles(SourceGraph.Read().Uses));

    [Theory]
    [InlineData("Novita.Client/Json")]
    [InlineData("Novita.Client/Http")]
    [InlineData("Novita.Client/Lists")]
    [InlineData("Novita.Client/Parallel")]
    [InlineData("Novita.Client/Text")]
    [InlineData("Novita.Client/Secrets")]
    [InlineData("Novita.Client/Errors")]
    public void The_machinery_knows_no_noun(string folder)
    {
        var uses = SourceGraph.Read().Uses;
        var nouns = typeof(Resource).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Resource)))
            .Select(type => $"Novita.Client/Models/{type.Name}.cs")
            .Where(uses.ContainsKey)
            .ToHashSet();

        Assert.Contains("Novita.Client/Models/Instance.cs", nouns);
        Assert.Contains(uses.Keys, file => SourceGraph.FolderOf(file) == folder);
        AssertNone(
            from file in uses
            where SourceGraph.FolderOf(file.Key) == folder
            from used in file.Value
            where nouns.Contains(used)
            select $"{file.Key} -> {used}");
    }

    [Fact]
    public void No_line_is_longer_than_140_columns() => AssertNone(
        from file in SourceGraph.Files()
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > MaxColumns
        select $"{file.Path}({line.Number})");

    /// <summary>Fails with every finding in full.</summary>
    private static void AssertNone(IEnumerable<string> findings)
    {
        var found = string.Join("\n", findings);
        Assert.True(found.Length == 0, found);
    }
}
