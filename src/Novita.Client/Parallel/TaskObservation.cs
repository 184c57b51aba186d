namespace Novita.Client.Parallel;

/// <summary>Waits for tasks whose results are not needed.</summary>
internal static class TaskObservation
{
    /// <summary>Completes when the task does and never throws; a failure counts as observed.</summary>
    public static Task ObserveAsync(this Task task) =>
        task.ContinueWith(
            static done => done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
