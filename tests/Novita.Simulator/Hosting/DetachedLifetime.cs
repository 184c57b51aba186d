namespace Novita.Simulator.Hosting;

/// <summary>Leaves Ctrl+C and the process's end to whoever started the service: it runs inside test hosts too.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
