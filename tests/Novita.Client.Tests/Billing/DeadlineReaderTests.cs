using Novita.Client.Billing;
using Novita.Simulator;

namespace Novita.Client.Tests.Billing;

public sealed class DeadlineReaderTests
{
    [Fact]
    public async Task Deadlines_come_in_their_order_with_one_request_for_each_stopped_instance()
    {
        await using var account = await Account.StartAsync(
            null,
            new SimulatedInstance { Id = "monthly", Name = "m", BillingMode = "monthly", EndTime = Account.Now.AddDays(5) },
            new SimulatedInstance { Id = "later", BillingMode = "monthly", EndTime = Account.Now.AddDays(50) },
            new SimulatedInstance { Id = "spot", BillingMode = "spot", SpotStatus = "notified", SpotReclaimTime = Account.Now.AddMinutes(30) },
            new SimulatedInstance { Id = "stopped", Status = "exited", LastStoppedAt = Account.Now.AddDays(-5) },
            new SimulatedInstance { Id = "unknown", Status = "exited" },
            new SimulatedInstance { Id = "running" });

        var deadlines = (await ReadAsync(account)).Deadlines;

        Assert.Equal(["spot", "stopped", "monthly"], deadlines.Select(deadline => deadline.Id));
        Assert.Equal([DeadlineKind.SpotReclaim, DeadlineKind.DataPurge, DeadlineKind.SubscriptionEnd], deadlines.Select(deadline => deadline.Kind));
        Assert.Equal([TimeSpan.FromMinutes(30), TimeSpan.FromDays(2), TimeSpan.FromDays(5)], deadlines.Select(deadline => deadline.TimeLeft));
        Assert.Contains("pay-as-you-go", deadlines[2].Consequence, StringComparison.Ordinal);
        Assert.Equal(3, account.Service.Requests.Count);
    }

    [Fact]
    public async Task The_time_that_the_service_sends_counts_before_the_days_that_data_is_kept()
    {
        var release = Account.Now.AddDays(1);
        var stopped = new SimulatedInstance { Id = "stopped", Status = "exited", LastStoppedAt = Account.Now.AddDays(-5) };
        await using var account = await Account.StartAsync(
            null, stopped with { Extra = stopped.Extra.Add("releaseDataAt", $"{release.ToUnixTimeSeconds()}") });

        Assert.Equal(release.UtcDateTime, Assert.Single((await ReadAsync(account)).Deadlines).Time.ToUniversalTime());
    }

    [Fact]
    public async Task What_has_passed_is_no_deadline()
    {
        await using var account = await Account.StartAsync(
            null,
            new SimulatedInstance { Status = "exited", LastStoppedAt = Account.Now.AddDays(-8) },
            new SimulatedInstance { BillingMode = "spot", Status = "exited", SpotStatus = "terminated", SpotReclaimTime = Account.Now.AddMinutes(5) });

        Assert.Empty((await ReadAsync(account)).Deadlines);
    }

    [Fact]
    public void An_instance_that_runs_again_keeps_its_data() => Assert.Empty(DeadlineReader.FindPurge(
        new InstanceDetail { Status = "running", ReleaseDataAt = Account.Now.AddDays(1).LocalDateTime }, Account.Now));

    [Theory]
    [InlineData(403, "FORBIDDEN", "bad")]
    [InlineData(400, "RESOURCE_NOT_FOUND", null)]
    public async Task An_instance_that_cannot_be_read_is_an_error_beside_the_others_unless_it_is_gone(int status, string reason, string? id)
    {
        await using var account = await Account.StartAsync(
            null,
            new SimulatedInstance { Id = "bad", Status = "exited", LastStoppedAt = Account.Now },
            new SimulatedInstance { Id = "monthly", BillingMode = "monthly", EndTime = Account.Now.AddDays(5) });
        account.Service.Refuse("/gpu/instance", new ApiError(status, reason, "no"));

        var reading = await ReadAsync(account);

        Assert.Equal("monthly", Assert.Single(reading.Deadlines).Id);
        Assert.Equal(id, reading.Errors.SingleOrDefault()?.Subject?.Id);
    }

    private static Task<DeadlineReading> ReadAsync(Session account) =>
        DeadlineReader.ReadAsync(account.Client, TimeSpan.FromDays(14), instance => instance, account.Call);
}
