namespace Novita.Client;

/// <summary>Waiting for what nobody takes any more.</summary>
internal static class Settling
{
    /// <summary>Is done when the task is, whatever comes of it; what it fails with counts as seen.</summary>
    public static Task SettledAsync(this Task task) =>
        task.ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
