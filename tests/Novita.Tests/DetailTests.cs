using System.Management.Automation;
using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Get-NovitaInstance -Id</c>.</summary>
public sealed class DetailTests : ServiceTest
{
    private static readonly DateTimeOffset s_created = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task A_detail_has_what_the_service_knows_of_an_instance()
    {
        var instance = new SimulatedInstance
        {
            Name = "train",
            NetworkId = "vpc-1",
            PortMappings = [new(8888, "http"), new(22, "tcp")],
            VolumeMounts = [new("network", 500, "/data", "vol-1")],
            Envs = [new("MODE", "fast")],
            Tools = [new("Jupyter", 8889, "http")],
            CreatedAt = s_created,
            LastStartedAt = s_created.AddHours(1),
            LastStoppedAt = s_created.AddMinutes(30),
            UseTime = TimeSpan.FromHours(2),
            EndTime = s_created.AddDays(30),
            BillingMode = "monthly",
        };
        var shell = Connect(await StartAsync(instance)).With("id", instance.Id);

        var detail = shell.Output("$d = Get-NovitaInstance -Id $id; $d").Single();

        Assert.Equal("Novita.InstanceDetail", detail.BaseObject.GetType().FullName);
        Assert.Equal(["Novita.InstanceDetail", "Novita.Instance", "Novita.Resource", "Novita.ServiceObject", "System.Object"], detail.TypeNames);
        Assert.Equal((instance.Id, "train", 16m, 62m, 1, 60), (Value(detail, "Id"), Value(detail, "Name"), Value(detail, "CpuNum"), Value(detail, "Memory"), Value(detail, "GpuNum"), Value(detail, "RootfsSize")));
        Assert.Equal((60, 7, 7200m), (Value(detail, "FreeStorageSize"), Value(detail, "KeepDataDay"), Value(detail, "UseTime")));
        Assert.Equal(s_created.LocalDateTime, Value(detail, "CreatedAt"));
        Assert.Equal(DateTimeKind.Local, ((DateTime)Value(detail, "CreatedAt")!).Kind);
        Assert.Equal(s_created.AddHours(1).LocalDateTime, Value(detail, "LastStartedAt"));
        Assert.Equal(s_created.AddMinutes(30).LocalDateTime, Value(detail, "LastStoppedAt"));
        Assert.Equal(s_created.AddDays(30).LocalDateTime, Value(detail, "EndTime"));
        Assert.Equal(
            ["vpc-1", "8888", "tcp", "fast", "/data", "Jupyter", "True", "True", "6144"],
            Texts(shell, "$d.Network.Id; $d.PortMappings[0].Port; $d.PortMappings[1].Type; $d.Envs[0].Value; $d.VolumeMounts[0].MountPath; $d.Tools; $d.ConnectComponentSSH.IsRunning; $d.ConnectComponentJupyter.IsRunning; $d.Node[0].MaxRootfsSize"));
        Assert.Equal($"https://{instance.Id}-8888.as-sgp-2.gpu-instance.novita.ai", Texts(shell, "$d.PortMappings[0].Endpoint").Single());
        Assert.Equal(instance.SshCommand, Texts(shell, "$d.ConnectComponentSSH.SshCommand").Single());
        Assert.Equal(instance.SshPassword, Texts(shell, "$d.ConnectComponentSSH.Password.Reveal()").Single());
        Assert.Equal(["root", "8889", "********"], Texts(shell, "$d.ConnectComponentWebTerminal.Username; $d.ConnectComponentJupyter.Port; $d.ConnectComponentWebTerminal.Password"));
        Assert.Contains(instance.Id, Texts(shell, "$d.ConnectComponentLog").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_instance_has_no_endpoints()
    {
        var shell = Connect(await StartAsync(new SimulatedInstance { Status = "exited", PortMappings = [new(80, "http")] }));

        Assert.Equal(["True", "False"], Texts(shell, "$d = Get-NovitaInstance | Get-NovitaInstance; $null -eq $d.PortMappings[0].Endpoint; $d.ConnectComponentSSH.IsRunning"));
    }

    [Theory]
    [InlineData(NodeForm.Bare)]
    [InlineData(NodeForm.List)]
    public async Task A_node_is_a_list_however_it_is_sent(NodeForm node)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 1, Node = node });

        Assert.Equal(["1", "6144"], Texts(Connect(service), "$d = Get-NovitaInstance | Get-NovitaInstance; $d.Node.Count; $d.Node[0].MaxRootfsSize"));
    }

    [Fact]
    public async Task What_left_the_documentation_may_be_missing()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 1, UndocumentedMembers = false });
        var shell = Connect(service);

        Assert.Equal(["True", "True", "True", "0"], Texts(shell, "$d = Get-NovitaInstance | Get-NovitaInstance; $null -eq $d.CreatedAt; $null -eq $d.SshCommand; $null -eq $d.UseTime; $d.Tools.Count"));
    }

    [Fact]
    public async Task Unknown_members_are_kept_beside_the_properties()
    {
        var service = await StartAsync(new SimulatedInstance { Extra = new SimulatedInstance().Extra.Add("colour", JsonValue.Create("blue")) });

        Assert.Equal(["blue"], Texts(Connect(service), "(Get-NovitaInstance | Get-NovitaInstance).GetAdditionalData()['colour']"));
    }

    [Fact]
    public async Task An_instance_of_the_list_has_no_properties_of_a_detail()
    {
        var shell = Connect(await StartAsync(1));

        var names = Texts(shell, "(Get-NovitaInstance).PSObject.Properties.Name");
        var more = Texts(shell, "(Get-NovitaInstance | Get-NovitaInstance).PSObject.Properties.Name");

        Assert.Empty(names.Except(more));
        Assert.Superset(new HashSet<string>(["ConnectComponentSSH", "Network", "Node", "Jobs", "CreatedAt", "UseTime", "Tools", "KeepDataDay", "SshCommand"]), new HashSet<string>(more.Except(names)));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Id $ids")]
    [InlineData("$ids | Get-NovitaInstance")]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ Id = $_; SessionName = 'prod'; Name = 'any' } } | Get-NovitaInstance")]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ SessionName = ''; Id = $_ } } | Get-NovitaInstance")]
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
        Assert.Equal(["out", "NotFound", "out"], Texts(shell, "$ids | Get-NovitaInstance 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { 'NotFound' } else { 'out' } }"));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Id ''")]
    [InlineData("Get-NovitaInstance -Id $null")]
    [InlineData("Get-NovitaInstance -Id @()")]
    [InlineData("'' | Get-NovitaInstance")]
    [InlineData("$null | Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance -Id ('x' * 256)")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Get-NovitaInstance")]
    [InlineData("[pscustomobject]@{ Id = '' } | Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance -Id x -Name y")]
    public async Task What_is_no_id_is_an_error_and_nothing_is_asked(string script)
    {
        var service = await StartAsync(1);

        Assert.EndsWith(",Novita.Commands.GetNovitaInstanceCommand", Connect(service).Invoke(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);

        Assert.Empty(service.Requests);
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

        Assert.Equal(["Estimated total count: 1"], Texts(shell, "Get-NovitaInstance -Id $id, $id -First 0 -IncludeTotalCount | ForEach-Object { $_.ToString() }"));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task An_object_that_went_through_text_is_read_again()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "one" });
        var shell = Connect(service);

        Assert.Equal(["exited"], Texts(shell, "$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-NovitaInstance))); $far | Stop-NovitaInstance; Wait-NovitaInstance -Id $far -Status exited -IntervalSec 1 | Get-NovitaInstance | ForEach-Object Status"));
    }

    private static object? Value(PSObject instance, string property) => instance.Properties[property].Value;

    private static string[] Texts(Shell shell, string script) => [.. shell.Output(script).Select(text => text.ToString())];
}
