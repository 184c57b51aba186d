using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class FilterTests : ServiceTest
{
    private static readonly SimulatedInstance[] s_fleet =
    [
        new() { Name = "train-1", ProductName = "RTX 4090 24GB", Status = "running" },
        new() { Name = "Train-2", ProductName = "H100 SXM 80GB", Status = "exited" },
        new() { Name = "pretrain-1", ProductName = "RTX 4090 24GB", Status = "freezing" },
        new() { Name = "web [blue]", ProductName = "L40S 48GB", Status = "running" },
    ];

    [Theory]
    [InlineData("train", "train-1,Train-2,pretrain-1")]
    [InlineData("train-*", "train-1,Train-2")]
    [InlineData("*rain-[1]", "train-1,pretrain-1")]
    [InlineData("'train-*', 'web'", "train-1,Train-2,web [blue]")]
    [InlineData("'train', 'train-1', 'TRAIN-*'", "train-1,Train-2,pretrain-1")]
    [InlineData("nothing-*", "")]
    [InlineData("train-1 -Exact", "train-1")]
    [InlineData("TRAIN-1 -Exact", "train-1")]
    [InlineData("'web [blue]' -Exact", "web [blue]")]
    [InlineData("'web `[blue`]'", "web [blue]")]
    [InlineData("train -ProductName 4090", "train-1,pretrain-1")]
    [InlineData("train-* -ProductName 'RTX*', 'H100'", "train-1,Train-2")]
    [InlineData("* -Status running", "train-1,web [blue]")]
    [InlineData("* -Status RUNNING", "train-1,web [blue]")]
    [InlineData("* -Status exited, freezing", "Train-2,pretrain-1")]
    [InlineData("* -Status 'f*'", "pretrain-1")]
    public async Task Filters_find_instances_by_name_product_and_status(string filters, string expected)
    {
        var shell = Connect(await StartAsync(s_fleet));

        var names = shell.Output($"Get-NovitaInstance {filters} -All | ForEach-Object Name").Select(name => name.ToString());

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Plain_text_is_the_services_own_search()
    {
        var service = await StartAsync(s_fleet);
        var shell = Connect(service);

        shell.Output("Get-NovitaInstance -Name 'train & co' -ProductName 4090 -Status Exited");

        var query = service.Requests.First().Query;
        Assert.Equal(("train & co", "4090", "exited"), (query["name"], query["productName"], query["status"]));
    }

    [Theory]
    [InlineData("-Name 'train-*'")]
    [InlineData("-Name train-1 -Exact")]
    [InlineData("-Status running, exited")]
    public async Task What_is_decided_here_reads_the_whole_list(string filters)
    {
        var service = await StartAsync(s_fleet);
        var shell = Connect(service);

        shell.Output($"Get-NovitaInstance {filters}");

        Assert.All(service.Requests, request => Assert.Equal(["pageNum", "pageSize"], request.Query.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_status_is_sent_as_typed()
    {
        var service = await StartAsync(s_fleet);
        var shell = Connect(service);

        var run = shell.Invoke("Get-NovitaInstance -Status Pending");

        Assert.Contains("did you mean toCreate?", Assert.Single(run.Warnings), StringComparison.Ordinal);

        Assert.Equal("Pending", service.Requests.First().Query["status"]);
    }

    [Fact]
    public async Task An_exact_name_that_nothing_has_is_an_error_for_that_name_only()
    {
        var shell = Connect(await StartAsync(s_fleet));

        var run = shell.Invoke("Get-NovitaInstance -Name train-1, gone -Exact");

        Assert.Single(run.Output);
        Assert.Null(run.Terminating);
        Assert.Equal("NotFound", run.ErrorId);
        Assert.Equal("gone", run.Error.TargetObject);
    }
}
