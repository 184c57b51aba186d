using Novita.Client.Requests;

namespace Novita.Client.Operations;

/// <summary>
/// Operations on instances. Where the response does not show whether an operation took effect, the instance is read.
/// </summary>
public static class InstanceOperations
{
    /// <summary>Runs an operation that needs no settings.</summary>
    /// <exception cref="NovitaException">
    /// The operation failed, or the instance does not show whether it took effect (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public static Task<OperationResult> ActAsync(this NovitaClient client, InstanceOperation operation, string id, CallContext call) =>
        client.ConfirmAsync(operation, id, () => client.ChangeInstanceAsync(operation, id, call), call);

    /// <summary>Changes the ports and expands the disk.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="change">Returns the change for the current instance: the service closes ports that the request lacks.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The change failed.</exception>
    public static async Task<OperationResult> EditAsync(
        this NovitaClient client, string id, Func<InstanceDetail, EditedInstance> change, CallContext call)
    {
        var current = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        current.RequireReadable("portMappings");
        return await client.ExplainRefusalAsync(id, () => client.EditInstanceAsync(id, change(current), call), call).ConfigureAwait(false);
    }

    /// <summary>Changes the image and settings of an instance.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="change">Returns the new settings for the current ones: the service wants all settings each time.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The change failed.</exception>
    public static async Task<OperationResult> UpgradeAsync(
        this NovitaClient client, string id, Func<UpgradedInstance, UpgradedInstance> change, CallContext call)
    {
        var current = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        current.RequireReadable("imageUrl", "imageAuthId", "command", "entrypoint", "envs", "volumeMounts");
        var upgraded = change(UpgradedInstance.From(current));
        var wasRunning = InstanceOperation.Upgrade.HasTakenEffect(current.Status);
        var upgrade = () => client.UpgradeInstanceAsync(id, upgraded, call);
        return await client.ConfirmAsync(InstanceOperation.Upgrade, id, upgrade, call, wasRunning).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs an operation and, after a lost response or a refusal for the instance's state, reads from the instance's status whether the
    /// operation took effect: the service was seen to refuse operations that it had carried out.
    /// </summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The instance.</param>
    /// <param name="act">Sends the request.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="wasRunning">Whether another such operation was running before, so that the status shows nothing.</param>
    private static async Task<OperationResult> ConfirmAsync(
        this NovitaClient client,
        InstanceOperation operation,
        string id,
        Func<Task<OperationResult>> act,
        CallContext call,
        bool wasRunning = false)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.InvalidState || error.MayHaveHappened)
        {
            var status = await client.AddReasonAsync(error, id, call).ConfigureAwait(false);
            if (status is null || !operation.HasTakenEffect(status) || wasRunning)
            {
                throw;
            }

            call.Report(
                ClientEventKind.Step, $"instance {id}: the response left it open, but the instance is '{status}', as it should be");
            return new OperationResult(id, status);
        }
    }

    /// <summary>Runs a change and adds the instance's state and running job to the error of a refusal for the state.</summary>
    /// <exception cref="NovitaException">The change failed.</exception>
    internal static async Task<TResult> ExplainRefusalAsync<TResult>(
        this NovitaClient client, string id, Func<Task<TResult>> change, CallContext call)
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.InvalidState)
        {
            await client.AddReasonAsync(error, id, call).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the instance and adds its state and running job to an error.</summary>
    /// <returns>The status; <c>removed</c> for a deleted instance, null for an instance that could not be read.</returns>
    private static async Task<string?> AddReasonAsync(this NovitaClient client, NovitaException error, string id, CallContext call)
    {
        string? status;
        try
        {
            var instance = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
            status = instance.Status;
            if (error.Kind == NovitaErrorKind.InvalidState && instance.Jobs.Count > 0)
            {
                error.Subject = error.Subject! with { Job = $"{instance.Jobs[0]}" };
                error.Advice = "Nothing can be done with it while the job runs. Wait for the job with Wait-NovitaJob, then try again.";
            }
        }
        catch (NovitaException unread)
        {
            status = unread.IsGone ? InstanceOperation.Remove.Goal : null;
        }

        error.Subject = error.Subject! with { State = status };
        return status;
    }
}
