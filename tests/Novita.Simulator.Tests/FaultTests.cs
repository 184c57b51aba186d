namespace Novita.Simulator.Tests;

/// <summary>Actions and requests that go wrong because a test says so.</summary>
public sealed class FaultTests
{
    private static readonly SimulatedError s_error = new("pullImageFailed", "manifest unknown");

    [Fact]
    public async Task An_action_is_refused_as_often_as_was_said_and_the_latest_refusal_goes_first()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" }, new SimulatedInstance { Id = "b" });
        var first = cloud.Service.Refuse(InstanceAction.Stop, ApiError.BalanceNotEnough, instance => instance.Id == "a");
        cloud.Service.Refuse(InstanceAction.Stop, ApiError.InsufficientResource, instance => instance.Id == "a", times: 1);

        Assert.Null((await cloud.ActAsync("stop", "b")).Reason);
        Assert.Equal("INSUFFICIENT_RESOURCE", (await cloud.ActAsync("stop", "a")).Reason);
        Assert.Equal("BALANCE_NOT_ENOUGH", (await cloud.ActAsync("stop", "a")).Reason);
        Assert.Equal("running", await cloud.StatusAsync("a"));
        first.Dispose();
        Assert.Null((await cloud.ActAsync("stop", "a")).Reason);
    }

    [Fact]
    public async Task As_many_are_refused_as_was_said_whatever_the_number_at_once()
    {
        await using var cloud = await Cloud.StartAsync();
        cloud.Service.Refuse(InstanceAction.Create, ApiError.InsufficientResource, times: 7);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => cloud.PostAsync("gpu/instance/create", Requests.Gpu)));

        Assert.Equal(7, answers.Count(answer => answer.Status == 400));
        Assert.Equal(33, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task An_action_can_be_performed_and_be_refused_or_lost()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        cloud.Service.PerformButRefuse(InstanceAction.Start, times: 1);
        cloud.Service.PerformButLose(InstanceAction.Create, times: 1);

        Assert.Equal("OPERATION_LIMIT", (await cloud.ActAsync("start", "a")).Reason);
        Assert.Equal("toStart", await cloud.StatusAsync("a"));
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.PostAsync("gpu/instance/create", Requests.Gpu));
        Assert.Equal(2, cloud.Service.Fleet.Count);
        Assert.Equal([400, null], cloud.Service.Requests.Changing.Select(request => request.Status));
    }

    [Theory]
    [InlineData("pulling")]
    [InlineData("exited")]
    public async Task An_action_can_begin_and_end_in_an_error_that_the_next_one_clears(string end)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        cloud.Service.Fail(InstanceAction.Start, s_error, end, times: 1);
        await cloud.ActAsync("start", "a");

        cloud.Pass(10.9);
        Assert.Equal("starting", await cloud.StatusAsync("a"));
        cloud.Pass(0.1);
        Assert.Equal((end, s_error), (cloud.Service.Fleet.Find("a")!.Status, cloud.Service.Fleet.Find("a")!.StatusError));

        cloud.Service.Fleet.Begin("a", InstanceAction.Start);
        cloud.Pass(11);
        Assert.Equal(("running", null), (cloud.Service.Fleet.Find("a")!.Status, cloud.Service.Fleet.Find("a")!.StatusError));
    }

    [Fact]
    public async Task Outages_and_throttles_begin_and_end_by_the_clock()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        var now = cloud.Time.GetUtcNow();
        cloud.Service.Outage(now.AddSeconds(10), now.AddSeconds(20));
        cloud.Service.Throttle(now.AddSeconds(20), now.AddSeconds(50));

        Assert.Equal(200, (await cloud.GetAsync("jobs")).Status);
        cloud.Pass(10);
        Assert.StartsWith("<html>", (await cloud.GetAsync("jobs")).Body, StringComparison.Ordinal);
        cloud.Pass(20.5);
        var throttled = await cloud.GetAsync("clusters");
        Assert.Equal(("RATE_LIMIT_EXCEEDED", 20), (throttled.Reason, throttled.RetryAfter!.Value.TotalSeconds));
        cloud.Pass(20);
        Assert.Equal(200, (await cloud.GetAsync("jobs")).Status);
        Assert.Equal([200, 503, 429, 200], cloud.Service.Requests.Select(request => request.Status));
    }
}
