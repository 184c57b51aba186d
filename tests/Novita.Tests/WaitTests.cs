using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class WaitTests : ServiceTest
{
    [Fact]
    public async Task Two_hundred_started_from_the_pipeline_arrive_by_two_hundred_starts_and_one_list_a_look()
    {
        using var time = new FastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Load(Enumerable.Range(0, 200).Select(number => new SimulatedInstance { Name = $"worker-{number}", Status = "exited" }));
        var shell = Connect(service);

        var running = shell.Output("Get-NovitaInstance -All | Where-Object Status -eq exited | Start-NovitaInstance -PassThru | Wait-NovitaInstance");

        Assert.Equal(200, running.Select(instance => instance.Properties["Id"].Value).Distinct().Count());
        Assert.All(running, instance => Assert.Equal("running", instance.Properties["Status"].Value));
        Assert.Equal(200, service.Requests.Changing.Count);
    }
}
