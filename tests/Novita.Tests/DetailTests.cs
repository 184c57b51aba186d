using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Get-NovitaInstance -Id</c>.</summary>
public sealed class DetailTests : ServiceTest
{
    [Fact]
    public async Task A_detail_is_an_instance_with_its_session_and_its_ways_to_connect()
    {
        var instance = new SimulatedInstance { Name = "train", Tools = [new("Jupyter", 8889, "http")] };
        var shell = Connect(await StartAsync(instance), "-Name prod").With("id", instance.Id);

        var detail = shell.Output("$d = Get-NovitaInstance -Id $id; $d").Single();

        Assert.Equal(["Novita.InstanceDetail", "Novita.Instance", "Novita.Resource", "Novita.ServiceObject", "System.Object"], detail.TypeNames);
        Assert.Equal((instance.Id, "train", "prod"), (Value(detail, "Id"), Value(detail, "Name"), Value(detail, "SessionName")));
        Assert.Equal(
            [instance.SshCommand, instance.SshPassword, "8889", "********"],
            shell.Texts("""
                $d.ConnectComponentSSH.SshCommand; $d.ConnectComponentSSH.Password.Reveal()
                $d.ConnectComponentJupyter.Port; $d.ConnectComponentWebTerminal.Password
                """));
    }

    [Fact]
    public async Task An_instance_of_the_list_has_no_properties_of_a_detail()
    {
        var shell = Connect(await StartAsync(1));

        var names = shell.Texts("(Get-NovitaInstance).PSObject.Properties.Name");
        var more = shell.Texts("(Get-NovitaInstance | Get-NovitaInstance).PSObject.Properties.Name");

        Assert.Empty(names.Except(more));
        Assert.Superset(new HashSet<string>(["ConnectComponentSSH", "Network", "Node", "Jobs", "CreatedAt", "UseTime", "Tools", "KeepDataDay", "SshCommand"]), new HashSet<string>(more.Except(names)));
    }

    [Theory]
    [InlineData("$ids | Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance -All | Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance -Id ($ids + $ids)")]
    public async Task Details_come_in_the_order_asked_for_several_at_a_time(string script)
    {
        var fleet = Enumerable.Range(0, 30).Select(_ => new SimulatedInstance()).ToArray();
        var service = await StartAsync(fleet);
        var shell = Connect(service, "-Name prod -ThrottleLimit 4").With("ids", fleet.Select(instance => instance.Id).ToArray());
        var number = 0;
        using var slow = service.Intercept(async (context, next) =>
        {
            await Task.Delay(Interlocked.Increment(ref number) % 4 == 1 ? 40 : 5);
            await next(context);
        });

        var output = shell.Output(script);

        Assert.Equal(fleet.Select(instance => instance.Id), output.Select(instance => Value(instance, "Id")));
        Assert.All(output, instance => Assert.Equal("Novita.InstanceDetail", instance.BaseObject.GetType().FullName));
        Assert.InRange(service.Requests.PeakConcurrent, 2, 4);
        Assert.Equal(30, service.Requests.Count(request => request.Path.EndsWith("/gpu/instance", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_id_that_is_not_there_is_an_error_in_its_place_and_the_others_come()
    {
        var fleet = new SimulatedInstance[] { new(), new() };
        var shell = Connect(await StartAsync(fleet)).With("ids", new[] { fleet[0].Id, "no such & id", fleet[1].Id });

        var run = shell.Invoke("$ids | Get-NovitaInstance");

        Assert.Null(run.Terminating);
        Assert.Equal([fleet[0].Id, fleet[1].Id], run.Output.Select(instance => Value(instance, "Id")));
        Assert.Equal("NotFound,Novita.Commands.GetNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, run.Error.CategoryInfo.Category);
        Assert.Equal("no such & id", run.Error.TargetObject);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
        Assert.Equal(
            ["out", "error", "out"],
            shell.Texts("$ids | Get-NovitaInstance 2>&1 | ForEach-Object { if ($_.Exception) { 'error' } else { 'out' } }"));
    }

    [Fact]
    public async Task First_and_Skip_cut_details_too()
    {
        var fleet = Enumerable.Range(0, 5).Select(_ => new SimulatedInstance()).ToArray();
        var shell = Connect(await StartAsync(fleet)).With("ids", fleet.Select(instance => instance.Id).ToArray());

        Assert.Equal([fleet[1].Id, fleet[2].Id], shell.Output("Get-NovitaInstance -Id $ids -Skip 1 -First 2").Select(instance => Value(instance, "Id")));
    }

    [Fact]
    public async Task The_total_is_that_of_the_different_ids_and_no_promise()
    {
        var service = await StartAsync(new SimulatedInstance());
        var shell = Connect(service).With("id", service.Fleet.Snapshot()[0].Id);

        Assert.Equal(
            ["Estimated total count: 1"],
            shell.Texts("Get-NovitaInstance -Id $id, $id -First 0 -IncludeTotalCount | ForEach-Object { $_.ToString() }"));
        Assert.Empty(service.Requests);
    }
}
