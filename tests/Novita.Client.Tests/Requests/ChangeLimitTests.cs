using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>The limits of changes.</summary>
public sealed class ChangeLimitTests
{
    private static readonly Dictionary<string, (object Change, string Message)> s_bad = new()
    {
        ["shrinking"] = (new EditedInstance { ExpandRootDisk = -1 }, "ExpandRootDisk is -1, but must be from 0 to 6144"),
        ["growing too much"] = (new EditedInstance { ExpandRootDisk = 6145 }, "ExpandRootDisk is 6145, but must be from 0 to 6144"),
        ["a reserved port"] = (new EditedInstance { Ports = [new("2222/tcp")] }, "Port 2222 is reserved"),
        ["port 0"] = (new EditedInstance { Ports = [new("0/tcp")] }, "A port is 0, but must be from 1 to 65535"),
        ["16 ports"] = (new EditedInstance { Ports = Wanted.Ports(16) }, "16 ports and tools were given, but an instance may have 15"),
        ["no image"] = (new UpgradedInstance(), "ImageUrl is missing. It is needed, with up to 500 characters"),
        ["an empty image"] = (new UpgradedInstance { ImageUrl = "" }, "ImageUrl is missing"),
        ["a long image"] = (Upgrade with { ImageUrl = new('x', 501) }, "ImageUrl has 501 characters, but may have 500 at most"),
        ["a long command"] = (Upgrade with { Command = new('x', 2048) }, "Command has 2048 characters, but may have 2047 at most"),
        ["a long entrypoint"] = (Upgrade with { Entrypoint = new('x', 2048) }, "Entrypoint has 2048 characters, but may have 2047 at most"),
        ["101 variables"] = (Upgrade with { Variables = Wanted.Variables(101) }, "101 environment variables were given, but an instance may have 100 at most"),
        ["31 storages"] = (Upgrade with { NetworkStorages = Wanted.Storages(31) }, "31 network storages were given, but an instance may have 30 at most"),
    };

    private static UpgradedInstance Upgrade => new() { ImageUrl = "ubuntu:24.04" };

    public static TheoryData<string> Bad => [.. s_bad.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_change_that_breaks_a_limit_is_not_sent(string bad)
    {
        var (change, message) = s_bad[bad];
        using var test = new TestClient(Answers.Json(200, "{}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => change is EditedInstance edit
            ? test.Client.EditInstanceAsync("a1", edit, default)
            : test.Client.UpgradeInstanceAsync("a1", (UpgradedInstance)change, default));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Subject?.Id);
        Assert.False(error.MayHaveHappened);
        Assert.Equal(0, test.Handler.Count);
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
}
