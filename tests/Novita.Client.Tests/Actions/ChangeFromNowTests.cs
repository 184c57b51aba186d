using System.Text.Json.Nodes;
using Novita.Client.Operations;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Actions;

/// <summary>The service wants a whole set of ports, and every setting: what is not to change is read first and sent again.</summary>
public sealed class ChangeFromNowTests
{
    private const string Now = """
        {
            "id": "a1", "status": "running", "imageUrl": "ubuntu:24.04", "imageAuthId": "auth-1", "command": "sleep 1", "entrypoint": "/bin/sh",
            "envs": [{ "key": "A", "value": "1" }, { "key": "B", "value": "" }, { "key": "C" }],
            "portMappings": [{ "port": 8888, "type": "http", "endpoint": "https://a1-8888.example" }, { "port": 22, "type": "tcp", "endpoint": "" }],
            "volumeMounts": [
                { "type": "local", "size": 30, "mountPath": "/workspace" },
                { "type": "network", "size": 500, "id": "vol-1", "mountPath": "/data" },
                { "type": "network", "size": 10, "id": "vol-2", "mountPath": "" },
                { "type": "local", "size": 1, "id": "disk-1", "mountPath": "/scratch" }]
        }
        """;

    [Fact]
    public async Task An_edit_is_made_from_the_ports_that_there_are()
    {
        using var test = new TestClient(Answers.Json(200, Now), Answers.Json(200, ""));

        var result = await test.Client.EditAsync(
            "a1", current => new EditedInstance { Ports = [.. current.PortMappings, new("6006/http")], ExpandRootDisk = 40 }, test.Call);

        Assert.Equal(new OperationResult("a1", null), result);
        Assert.Equal(["GET", "POST"], test.Handler.Requests.Select(request => request.Method.Method));
        AssertSent(
            """
            {
                "instanceId": "a1",
                "ports": [{ "port": 8888, "type": "http" }, { "port": 22, "type": "tcp" }, { "port": 6006, "type": "http" }],
                "expandRootDisk": 40
            }
            """,
            test);
    }

    [Fact]
    public async Task An_upgrade_carries_over_whatever_is_not_changed()
    {
        using var test = new TestClient(Answers.Json(200, Now), Answers.Json(200, ""));

        await test.Client.UpgradeAsync("a1", settings => settings with { ImageUrl = "debian:13" }, test.Call);

        AssertSent(
            """
            {
                "instanceId": "a1", "imageUrl": "debian:13", "imageAuthId": "auth-1",
                "envs": [{ "key": "A", "value": "1" }, { "key": "B", "value": "" }, { "key": "C", "value": "" }],
                "command": "sleep 1", "entrypoint": "/bin/sh", "save": true,
                "networkVolume": { "volumeMounts": [{ "type": "network", "id": "vol-1", "mountPath": "/data" }, { "type": "network", "id": "vol-2", "mountPath": "/network" }] }
            }
            """,
            test);
    }

    [Fact]
    public async Task An_upgrade_of_an_instance_with_hardly_a_setting_sends_none()
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail("\"imageUrl\":\"ubuntu:24.04\",\"imageAuthId\":\"\"")), Answers.Json(200, "{}"));

        await test.Client.UpgradeAsync("a1", settings => settings with { Command = "sleep 2", Save = false }, test.Call);

        AssertSent(
            """{ "instanceId": "a1", "imageUrl": "ubuntu:24.04", "envs": [], "command": "sleep 2", "entrypoint": "", "save": false, "networkVolume": { "volumeMounts": [] } }""",
            test);
    }

    [Fact]
    public async Task Where_the_instance_cannot_be_read_nothing_is_sent()
    {
        using var test = new TestClient(Answers.Status(403));

        Assert.Equal(NovitaErrorKind.AccessDenied, (await Assert.ThrowsAsync<NovitaException>(() => test.Client.EditAsync("a1", _ => new EditedInstance(), test.Call))).Kind);
        Assert.Equal(NovitaErrorKind.AccessDenied, (await Assert.ThrowsAsync<NovitaException>(() => test.Client.UpgradeAsync("a1", settings => settings, test.Call))).Kind);

        Assert.Empty(test.Handler.Sent);
    }

    [Fact]
    public async Task An_edit_that_fails_openly_is_not_settled_because_the_status_does_not_show_it()
    {
        using var test = new TestClient(Answers.Json(200, Now), Answers.Status(500), Answers.Json(200, Now));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.EditAsync("a1", _ => new EditedInstance(), test.Call));

        Assert.True(error.MayHaveHappened);
        Assert.Equal(2, test.Handler.Count);
    }

    private static void AssertSent(string expected, TestClient test) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(Assert.Single(test.Handler.Sent))!.ToJsonString());
}
