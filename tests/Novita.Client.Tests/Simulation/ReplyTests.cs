using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>What actions and get reply.</summary>
public sealed class ReplyTests
{
    private static readonly SimulatedInstance s_instance = new()
    {
        Id = "3560b7fec915bbf9",
        PortMappings = [new(22, "tcp"), new(8888, "http")],
        VolumeMounts = [new("local", 20, "/workspace")],
        Envs = [new("A", "b")],
        NetworkId = "net-1",
        Tools = [new("Jupyter", 8000, "http")],
    };

    [Theory]
    [InlineData(ActionReply.AsSeen, """{"instanceId":"a","state":"toStart"}""", "", "{}")]
    [InlineData(ActionReply.Empty, "", "", "")]
    [InlineData(ActionReply.EmptyObject, "{}", "{}", "{}")]
    public async Task Actions_reply_in_the_form_that_was_chosen(ActionReply form, string start, string delete, string other)
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, ActionReply = form },
            [.. "abcde".Select(id => new SimulatedInstance { Id = $"{id}", Status = "exited" })]);

        Assert.Equal(start, (await cloud.ActAsync("start", "a")).Body);
        Assert.Equal(delete, (await cloud.ActAsync("delete", "b")).Body);
        Assert.Equal(other, (await cloud.ActAsync("migrate", "c")).Body);
        Assert.Equal(other, (await cloud.ActAsync("edit", "d")).Body);
        Assert.Equal(other, (await cloud.PostAsync("instance/upgrade", Requests.Upgrade("e"))).Body);
        Assert.NotNull((await cloud.PostAsync("instance/create", Requests.Gpu)).Text("id"));
    }

    [Fact]
    public async Task A_get_replies_the_documented_members()
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, UndocumentedMembers = false }, s_instance);

        var reply = (await cloud.GetInstanceAsync(s_instance.Id)).Json.AsObject();

        Assert.Equal(
            [
                "billingMode", "clusterId", "connectComponentJupyter", "connectComponentLog", "connectComponentSSH",
                "connectComponentWebTerminal", "cpuNum", "endTime", "envs", "freeStorageSize", "gpuNum", "id", "imageUrl", "jobs",
                "keepDataDay", "kind", "memory", "name", "network", "node", "portMappings", "status", "volumeMounts",
            ],
            reply.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("16", (string?)reply["cpuNum"]);
        Assert.Equal("""[{"type":"local","size":20,"mountPath":"/workspace"}]""", reply["volumeMounts"]!.ToJsonString());
        Assert.Equal("""[{"maxRootfsSize":6144}]""", reply["node"]!.ToJsonString());
        Assert.Equal("net-1", (string?)reply["network"]!["id"]);
        Assert.Equal(7, (int?)reply["keepDataDay"]);
    }

    [Fact]
    public async Task A_get_may_reply_members_that_are_no_longer_documented()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited", Tools = s_instance.Tools });
        var begun = cloud.Time.GetUtcNow().ToUnixTimeSeconds();
        await cloud.ActAsync("start", "a");
        cloud.Pass(11 + 100);
        await cloud.ActAsync("stop", "a");
        cloud.Pass(6 + 50);

        var reply = (await cloud.GetInstanceAsync("a")).Json;

        Assert.Equal($"{begun + 11}", (string?)reply["lastStartedAt"]);
        Assert.Equal($"{begun + 117}", (string?)reply["lastStoppedAt"]);
        Assert.Equal("106", (string?)reply["useTime"]);
        Assert.Equal("RTX 4090 24GB", (string?)reply["productName"]);
        Assert.Equal(60, (int?)reply["rootfsSize"]);
        Assert.Equal("""["Jupyter"]""", reply["tools"]!.ToJsonString());
    }

    [Fact]
    public async Task The_time_in_use_grows_while_it_runs()
    {
        await using var cloud = await Cloud.StartAsync();
        var id = (await cloud.PostAsync("instance/create", Requests.Gpu)).Text("id")!;
        cloud.Pass(26 + 10);
        await cloud.ActAsync("restart", id);
        cloud.Pass(11 + 5);

        var reply = (await cloud.GetInstanceAsync(id)).Json;
        Assert.Equal("26", (string?)reply["useTime"]);
        Assert.Equal($"{cloud.Time.GetUtcNow().ToUnixTimeSeconds() - 52}", (string?)reply["createdAt"]);
    }

    [Fact]
    public async Task The_node_may_be_one_object()
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Instances = 0, TimeProvider = time, Node = NodeForm.Bare }, s_instance);

        Assert.Equal("""{"maxRootfsSize":6144}""", (await cloud.GetInstanceAsync(s_instance.Id)).Json["node"]!.ToJsonString());
    }

    [Fact]
    public async Task While_it_runs_it_can_be_reached()
    {
        await using var cloud = await Cloud.StartAsync(s_instance);

        var reply = (await cloud.GetInstanceAsync(s_instance.Id)).Json;

        Assert.Matches(@"^proxy\.as-sgp-2\.gpu-instance\.novita\.ai:\d{5}$", (string?)reply["portMappings"]![0]!["endpoint"]);
        Assert.Equal("https://3560b7fec915bbf9-8888.as-sgp-2.gpu-instance.novita.ai", (string?)reply["portMappings"]![1]!["endpoint"]);
        var ssh = reply["connectComponentSSH"]!;
        Assert.Matches(@"^ssh -p \d{5} root@proxy\.as-sgp-2\.gpu-instance\.novita\.ai$", (string?)ssh["sshCommand"]);
        Assert.Equal(cloud.Service.Fleet.Find(s_instance.Id)!.SshPassword, (string?)ssh["password"]);
        Assert.Equal((string?)reply["sshPassword"], (string?)ssh["password"]);
        Assert.Equal(8000, (int?)reply["connectComponentJupyter"]!["port"]);
        Assert.All(Components(reply), component => Assert.True((bool?)component!["isRunning"]));
    }

    [Fact]
    public async Task While_it_does_not_run_it_cannot_and_no_secret_is_told()
    {
        await using var cloud = await Cloud.StartAsync(s_instance);
        await cloud.ActAsync("stop", s_instance.Id);

        var answer = await cloud.GetInstanceAsync(s_instance.Id);

        Assert.All(answer.Json["portMappings"]!.AsArray(), port => Assert.Null(port!["endpoint"]));
        Assert.All(Components(answer.Json), component => Assert.False((bool?)component!["isRunning"]));
        Assert.All(
            cloud.Service.Fleet.Find(s_instance.Id)!.Secrets,
            secret => Assert.DoesNotContain(secret, answer.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_every_start_the_password_and_the_port_are_other_ones_and_tests_know_them_all(bool undocumented)
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, Lifecycle = Lifecycle.Instant, UndocumentedMembers = undocumented },
            s_instance);
        var seen = new List<(string? Command, string? Password)>();

        for (var start = 0; start < 3; start++)
        {
            var ssh = (await cloud.GetInstanceAsync(s_instance.Id)).Json["connectComponentSSH"]!;
            seen.Add(((string?)ssh["sshCommand"], (string?)ssh["password"]));
            await cloud.ActAsync("restart", s_instance.Id);
        }

        Assert.Equal(3, seen.DistinctBy(each => each.Command).Count());
        Assert.Equal(3, seen.DistinctBy(each => each.Password).Count());
        Assert.Superset(seen.Select(each => each.Password).ToHashSet(), cloud.Service.Fleet.Find(s_instance.Id)!.Secrets.ToHashSet<string?>());
    }

    [Fact]
    public async Task A_made_up_fleet_says_the_same_in_list_and_get()
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Instances = 200, TimeProvider = time });
        var listed = (await cloud.GetAsync("instances?pageSize=200")).Json["instances"]!.AsArray().Where(each => each!["sshPassword"] is not null).ToList();

        Assert.NotEmpty(listed);
        foreach (var instance in listed)
        {
            var reply = (await cloud.GetInstanceAsync((string)instance!["id"]!)).Json;
            Assert.Equal((string?)instance["sshPassword"], (string?)reply["connectComponentSSH"]!["password"]);
            Assert.Equal((string?)instance["sshCommand"], (string?)reply["sshCommand"]);
            Assert.Equal((string?)instance["createdAt"], (string?)reply["createdAt"]);
        }
    }

    [Fact]
    public async Task Raw_json_is_what_get_replies_too()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", RawJson = """{"id":"a","node":7}""" });

        Assert.Equal("""{"id":"a","node":7}""", (await cloud.GetInstanceAsync("a")).Body);
    }

    private static IEnumerable<JsonNode?> Components(JsonNode reply) =>
        reply.AsObject().Where(member => member.Key.StartsWith("connectComponent", StringComparison.Ordinal)).Select(member => member.Value);
}
