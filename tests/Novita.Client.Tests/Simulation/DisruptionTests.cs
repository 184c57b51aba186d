using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>Actions that go wrong because a test says so.</summary>
public sealed class DisruptionTests
{
    private static readonly SimulatedError s_error = new("pullImageFailed", "manifest unknown");

    public static TheoryData<InstanceAction, ApiError> Refusals() => new()
    {
        { InstanceAction.Create, ApiError.InsufficientResource },
        { InstanceAction.Create, ApiError.BalanceNotEnough },
        { InstanceAction.Create, ApiError.CreateInstanceLimit },
        { InstanceAction.Start, ApiError.InsufficientResource },
        { InstanceAction.Start, ApiError.InvalidStateChange },
        { InstanceAction.Stop, new ApiError(500, "UNKNOWN", "something broke") },
        { InstanceAction.Restart, ApiError.InvalidStateChange },
        { InstanceAction.Delete, ApiError.PrepaidInstance },
        { InstanceAction.Edit, ApiError.InsufficientResource },
        { InstanceAction.Upgrade, ApiError.BalanceNotEnough },
        { InstanceAction.Migrate, new ApiError(400, "MIGRATE_INSUFFICIENT_RESOURCE", "no node is free") },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_action_is_refused_as_often_as_was_said(InstanceAction action, ApiError error)
    {
        var from = action is InstanceAction.Start ? "exited" : "running";
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = from });
        cloud.Service.Refuse(action, error, times: 2);

        for (var i = 0; i < 2; i++)
        {
            var answer = await DoAsync(cloud, action);
            Assert.Equal((error.Code, error.Reason, error.Message), (answer.Status, answer.Text("reason"), answer.Text("message")));
        }

        Assert.Equal(from, Assert.Single(cloud.Service.Fleet.Snapshot()).Status);
        Assert.Equal(200, (await DoAsync(cloud, action)).Status);
    }

    [Fact]
    public async Task Refusals_are_for_the_instances_they_are_for_and_go_on_until_they_are_ended()
    {
        await using var cloud = await Cloud.StartAsync([.. "abc".Select(id => new SimulatedInstance { Id = $"{id}", Status = "exited" })]);
        var refusal = cloud.Service.Refuse(InstanceAction.Start, ApiError.InsufficientResource, instance => instance.Id == "b");

        Assert.Equal(200, (await cloud.ActAsync("start", "a")).Status);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(400, (await cloud.ActAsync("start", "b")).Status);
        }

        refusal.Dispose();
        Assert.Equal(200, (await cloud.ActAsync("start", "b")).Status);
    }

    [Fact]
    public async Task Of_two_refusals_the_first_comes_first()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        cloud.Service.Refuse(InstanceAction.Stop, ApiError.InsufficientResource, times: 1);
        cloud.Service.Refuse(InstanceAction.Stop, ApiError.BalanceNotEnough, times: 1);

        Assert.Equal("INSUFFICIENT_RESOURCE", (await cloud.ActAsync("stop", "a")).Text("reason"));
        Assert.Equal("BALANCE_NOT_ENOUGH", (await cloud.ActAsync("stop", "a")).Text("reason"));
        Assert.Equal(200, (await cloud.ActAsync("stop", "a")).Status);
    }

    [Fact]
    public async Task An_action_can_go_through_and_be_refused()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        cloud.Service.PerformButRefuse(InstanceAction.Start, times: 1);

        var answer = await cloud.ActAsync("start", "a");

        Assert.Equal((400, "invalid state change"), (answer.Status, answer.Text("message")));
        Assert.Equal("toStart", await cloud.StatusAsync("a"));
        cloud.Pass(11);
        Assert.Equal("running", await cloud.StatusAsync("a"));
    }

    [Fact]
    public async Task An_action_can_go_through_and_its_reply_be_lost()
    {
        await using var cloud = await Cloud.StartAsync();
        cloud.Service.PerformButLose(InstanceAction.Create, times: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.PostAsync("instance/create", Requests.Gpu));

        Assert.Equal("box", Assert.Single(cloud.Service.Fleet.Snapshot()).Name);
        Assert.Null(Assert.Single(cloud.Service.Requests.Changing).Status);
    }

    [Fact]
    public async Task A_reply_can_be_awaited_for_ever()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        cloud.Service.PerformButLose(InstanceAction.Stop, LostReply.Hanging);
        using var patience = new CancellationTokenSource();
        using var content = JsonContent.Create(new JsonObject { ["instanceId"] = "a" });

        var call = cloud.SendAsync("instance/stop", content, patience.Token);
        while (cloud.Service.Fleet.Find("a")!.Status == "running" && !call.IsCompleted)
        {
            await Task.Yield();
        }

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("pulling")]
    [InlineData("exited")]
    public async Task A_creation_can_fail(string end)
    {
        await using var cloud = await Cloud.StartAsync();
        cloud.Service.Fail(InstanceAction.Create, s_error, end, instance => instance.Name == "box");
        var id = (await cloud.PostAsync("instance/create", Requests.Gpu)).Text("id")!;

        cloud.Pass(25.9);
        Assert.Equal("pulling", await cloud.StatusAsync(id));
        Assert.Null((await cloud.GetInstanceAsync(id)).Json["statusError"]);

        cloud.Pass(1000);
        var reply = (await cloud.GetInstanceAsync(id)).Json;
        Assert.Equal(end, (string?)reply["status"]);
        Assert.Equal("""{"state":"pullImageFailed","message":"manifest unknown"}""", reply["statusError"]!.ToJsonString());
    }

    [Fact]
    public async Task A_start_can_fall_back_and_the_next_one_forgets_it()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        cloud.Service.Fail(InstanceAction.Start, s_error, times: 1);
        await cloud.ActAsync("start", "a");

        cloud.Pass(10.9);
        Assert.Equal("starting", await cloud.StatusAsync("a"));
        cloud.Pass(0.1);
        Assert.Equal(("exited", s_error), (cloud.Service.Fleet.Find("a")!.Status, cloud.Service.Fleet.Find("a")!.StatusError));

        await cloud.ActAsync("start", "a");
        Assert.Null(cloud.Service.Fleet.Find("a")!.StatusError);
        cloud.Pass(11);
        Assert.Equal("running", await cloud.StatusAsync("a"));
    }

    [Fact]
    public async Task A_stop_that_fails_leaves_it_running_with_its_password()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        var password = cloud.Service.Fleet.Find("a")!.SshPassword;
        cloud.Service.Fail(InstanceAction.Stop, s_error, "running");
        await cloud.ActAsync("stop", "a");

        cloud.Pass(6);

        var instance = cloud.Service.Fleet.Find("a")!;
        Assert.Equal(("running", password, s_error), (instance.Status, instance.SshPassword, instance.StatusError));
    }

    [Fact]
    public async Task A_removal_can_fail()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        cloud.Service.Fail(InstanceAction.Delete, s_error, times: 1);
        await cloud.ActAsync("delete", "a");

        cloud.Pass(1000);
        Assert.Equal("exited", await cloud.StatusAsync("a"));

        await cloud.ActAsync("delete", "a");
        cloud.Pass(66);
        Assert.Equal(0, cloud.Service.Fleet.Count);
    }

    private static Task<Answer> DoAsync(Cloud cloud, InstanceAction action) => action switch
    {
        InstanceAction.Create => cloud.PostAsync("instance/create", Requests.Gpu),
        InstanceAction.Upgrade => cloud.PostAsync("instance/upgrade", Requests.Upgrade("a")),
        _ => cloud.ActAsync(action.ToString().ToLowerInvariant(), "a"),
    };
}
