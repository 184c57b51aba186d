using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Monitoring;

/// <summary><c>Get-NovitaInstanceMetric</c> and <c>Find-NovitaIdleInstance</c>.</summary>
public sealed class MetricTests : ServiceTest
{
    [Fact]
    public async Task Each_instance_takes_one_request_and_no_more_go_at_once_than_the_session_allows()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Latency = TimeSpan.FromMilliseconds(5) });
        service.Fleet.Load(Fleet(40));
        var shell = Connect(service, "-ThrottleLimit 5");
        shell.Output("$fleet = Get-NovitaInstance -All");
        service.Requests.Clear();

        var metrics = shell.Output("$fleet | Get-NovitaInstanceMetric -Latest");

        Assert.Equal(service.Fleet.Snapshot().Select(instance => instance.Id), metrics.Select(metric => Value(metric, "InstanceId")));
        Assert.Equal(40, service.Requests.Count);
        Assert.InRange(service.Requests.PeakConcurrent, 2, 5);
    }

    [Fact]
    public async Task Figures_are_percent_of_the_whole_instance()
    {
        var service = await StartAsync(new SimulatedInstance { CpuNum = 16, GpuNum = 2 });
        service.Monitoring.Measure = (_, _) => new(800, 40, 20, 90, 10);

        var metric = Connect(service).Output("Get-NovitaInstance | Get-NovitaInstanceMetric -Latest").Single();

        Assert.Equal(
            (50.0, 40.0, 20.0, 50.0, 25.0),
            (Value(metric, "Cpu"), Value(metric, "Memory"), Value(metric, "RootDisk"), Value(metric, "Gpu"), Value(metric, "GpuMemory")));
        Assert.Equal("0: 90 % (memory 45 %), 1: 10 % (memory 5 %)", $"{Value(metric, "Gpus")}");
    }

    [Fact]
    public async Task An_id_alone_is_read_first_for_its_number_of_cores()
    {
        var instance = new SimulatedInstance { CpuNum = 8 };
        var service = await StartAsync(instance);
        service.Monitoring.Measure = (_, _) => new(800, 40, 20, 90);

        var metric = Connect(service).Output($"Get-NovitaInstanceMetric {instance.Id} -Latest").Single();

        Assert.Equal(100.0, Value(metric, "Cpu"));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_range_is_written_in_order_of_time_and_flat_as_csv()
    {
        var service = await StartInFastTimeAsync(Fleet(1));

        var csv = Connect(service).Output("Get-NovitaInstance | Get-NovitaInstanceMetric -IntervalSec 600 | ConvertTo-Csv -NoTypeInformation").Select(line => line.ToString()!).ToArray();

        Assert.Equal("\"InstanceId\",\"Time\",\"Cpu\",\"Memory\",\"RootDisk\",\"Gpu\",\"GpuMemory\",\"Gpus\"", csv[0]);
        Assert.InRange(csv.Length, 6, 8);
        Assert.All(csv, line => Assert.DoesNotContain("Novita.", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_fails_stops_no_other_and_one_without_data_writes_nothing()
    {
        var fleet = new SimulatedInstance[] { new(), new() { Status = "exited" }, new() };
        var service = await StartAsync(fleet);

        var run = Connect(service).Invoke($"'{fleet[0].Id}', 'gone', '{fleet[1].Id}', '{fleet[2].Id}' | Get-NovitaInstanceMetric -Latest");

        Assert.Equal(("NotFound", "gone"), (run.ErrorId, run.Error.TargetObject));
        Assert.Equal([fleet[0].Id, fleet[2].Id], run.Output.Select(metric => Value(metric, "InstanceId")));
    }

    [Fact]
    public async Task A_table_has_a_small_bar_for_each_figure()
    {
        var service = await StartAsync(new SimulatedInstance { CpuNum = 16, GpuNum = 1 });
        service.Monitoring.Measure = (_, _) => new(800, 40, 20, 99);

        var table = string.Concat(Connect(service).Output("Get-NovitaInstance | Get-NovitaInstanceMetric -Latest | Format-Table | Out-String -Width 120"));

        Assert.Matches("50.0 (███░░|###..)", table);
        Assert.Matches("99.0 (█████|#####)", table);
        Assert.Equal(("##...", "░░░░░", "█████"), (Formatting.InstanceMetricColumns.Bar(40, false), Formatting.InstanceMetricColumns.Bar(-1, true), Formatting.InstanceMetricColumns.Bar(1600, true)));
    }

    [Fact]
    public async Task Only_running_instances_whose_gpus_all_idled_are_found_and_they_bind_to_stop()
    {
        var time = UseFastTime();
        var fleet = new SimulatedInstance[]
        {
            new() { Name = "idle", GpuNum = 2 }, new() { Name = "busy", GpuNum = 8 }, new() { Name = "stopped", Status = "exited" },
            new() { Name = "new", GpuNum = 1 }, new() { Name = "cpu", GpuNum = 0, Kind = "cpu" }, new() { Name = "once", GpuNum = 1 },
        };
        var service = await StartInFastTimeAsync(fleet);
        var begin = time.Provider.GetUtcNow();
        service.Monitoring.Measure = (instance, at) => instance.Name switch
        {
            "busy" => new(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 80),
            "new" => at > begin.AddMinutes(-30) ? new(1, 1, 1, 0) : null,
            "once" => new(1, 1, 1, at == begin.AddMinutes(-17) ? 50 : 0),
            _ => new(1, 1, 1, [.. new double[instance.GpuNum]]),
        };
        var shell = Connect(service);

        var idle = shell.Output("$idle = Find-NovitaIdleInstance; $idle").Single();

        Assert.Equal(("idle", fleet[0].Id, 0.0), (Value(idle, "Name"), Value(idle, "Id"), Value(idle, "Gpu")));
        Assert.InRange((int)Value(idle, "Points")!, 30, 60);
        Assert.Equal(4, service.Requests.Count(request => request.Path.EndsWith("/metrics/gpu/instance", StringComparison.Ordinal)));
        Assert.Equal("toStop", shell.Output("$idle | Stop-NovitaInstance -PassThru").Single().Properties["Status"].Value);
    }

    [Fact]
    public async Task No_more_instances_are_read_at_once_than_was_asked_for_and_an_error_of_one_stops_no_other()
    {
        var fleet = Fleet(40);
        var service = await StartAsync(fleet);
        service.Monitoring.Measure = (_, _) => new(1, 1, 1, 0);
        service.Refuse("/metrics/gpu/instance", ApiError.BalanceNotEnough, times: 1);

        var run = Connect(service).Invoke("Find-NovitaIdleInstance -ThrottleLimit 2 -Window 00:10:00");

        Assert.Equal((39, "BalanceTooLow"), (run.Output.Length, run.ErrorId));
        Assert.InRange(service.Requests.PeakConcurrent, 1, 2);
    }

    private static SimulatedInstance[] Fleet(int count) => [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}" })];
}
