using Novita.Client.Requests;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Requests;

/// <summary>The limits of changes.</summary>
public sealed class ChangeLimitTests
{
    private static readonly Dictionary<string, (EditedInstance Edit, string Message)> s_badEdits = new()
    {
        ["shrinking"] = (new() { ExpandRootDisk = -1 }, "ExpandRootDisk is -1, but must be from 0 to 6144"),
        ["growing too much"] = (new() { ExpandRootDisk = 6145 }, "ExpandRootDisk is 6145, but must be from 0 to 6144"),
        ["a reserved port"] = (new() { Ports = [new("2222/tcp")] }, "Port 2222 is reserved"),
        ["port 0"] = (new() { Ports = [new("0/tcp")] }, "A port is 0, but must be from 1 to 65535"),
        ["16 ports"] = (new() { Ports = Wanted.Ports(16) }, "16 ports and tools were given, but an instance may have 15 at most"),
    };

    private static readonly Dictionary<string, (UpgradedInstance Upgrade, string Message)> s_badUpgrades = new()
    {
        ["no image"] = (new(), "ImageUrl is missing. It is needed, with up to 500 characters"),
        ["an empty image"] = (new() { ImageUrl = "" }, "ImageUrl is missing"),
        ["a long image"] = (Upgrade with { ImageUrl = new('x', 501) }, "ImageUrl has 501 characters, but may have 500 at most"),
        ["a long command"] = (Upgrade with { Command = new('x', 2048) }, "Command has 2048 characters, but may have 2047 at most"),
        ["a long entrypoint"] = (Upgrade with { Entrypoint = new('x', 2048) }, "Entrypoint has 2048 characters, but may have 2047 at most"),
        ["101 variables"] = (Upgrade with { Variables = Wanted.Variables(101) }, "101 environment variables were given, but an instance may have 100 at most"),
        ["31 storages"] = (Upgrade with { NetworkStorages = Wanted.Storages(31) }, "31 network storages were given, but an instance may have 30 at most"),
    };

    private static UpgradedInstance Upgrade => new() { ImageUrl = "ubuntu:24.04" };

    public static TheoryData<string> Edits => [.. s_badEdits.Keys];

    public static TheoryData<string> Upgrades => [.. s_badUpgrades.Keys];

    [Theory]
    [MemberData(nameof(Edits))]
    public Task An_edit_that_breaks_a_limit_is_not_sent(string edit) =>
        AssertRefusedAsync(s_badEdits[edit].Message, client => client.EditInstanceAsync("a1", s_badEdits[edit].Edit, default));

    [Theory]
    [MemberData(nameof(Upgrades))]
    public Task An_upgrade_that_breaks_a_limit_is_not_sent(string upgrade) =>
        AssertRefusedAsync(s_badUpgrades[upgrade].Message, client => client.UpgradeInstanceAsync("a1", s_badUpgrades[upgrade].Upgrade, default));

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    public async Task A_change_of_a_text_that_is_no_id_is_not_sent(string length)
    {
        var id = new string('i', length.Length == 0 ? 0 : 256);

        await AssertRefusedAsync("The id of an instance ", client => client.ChangeInstanceAsync(InstanceOperation.Stop, id, default));
        await AssertRefusedAsync("The id of an instance ", client => client.GetInstanceAsync(id, default));
    }

    [Fact]
    public async Task What_keeps_to_every_limit_is_sent()
    {
        using var test = new TestClient(Answers.Json(200, ""));

        await test.Client.EditInstanceAsync("a1", new EditedInstance { Ports = Wanted.Ports(15), ExpandRootDisk = 6144 }, test.Call);
        await test.Client.UpgradeInstanceAsync(
            new string('i', 255),
            new UpgradedInstance
            {
                ImageUrl = new('x', 500),
                Command = new('x', 2047),
                Entrypoint = new('x', 2047),
                Variables = Wanted.Variables(100),
                NetworkStorages = Wanted.Storages(30),
            },
            test.Call);

        Assert.Equal(2, test.Handler.Count);
    }

    private static async Task AssertRefusedAsync(string message, Func<NovitaClient, Task> act)
    {
        using var test = new TestClient(Answers.Json(200, "{}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => act(test.Client));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Subject?.Id);
        Assert.False(error.MayHaveHappened);
        Assert.Equal(0, test.Handler.Count);
    }
}
