using Novita.Client.Requests;

namespace Novita.Client.Operations;

/// <summary>
/// Carries actions out so that a failure is one: where the service's answer leaves it open, the instance itself is asked.
/// </summary>
public static class InstanceOperations
{
    /// <summary>Carries out an action that needs nothing but the instance.</summary>
    /// <exception cref="NovitaException">
    /// It failed; <see cref="NovitaException.MayHaveHappened"/> tells where even the instance does not show whether it did.
    /// </exception>
    public static Task<OperationResult> ActAsync(this NovitaClient client, InstanceOperation operation, string id, CallContext call) =>
        client.ConfirmAsync(operation, id, () => client.ChangeInstanceAsync(operation, id, call), call);

    /// <summary>Changes the ports and grows the disk.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="change">Makes the change from the instance as it is now: the service drops ports that are not named.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">It failed.</exception>
    public static async Task<OperationResult> EditAsync(this NovitaClient client, string id, Func<InstanceDetail, EditedInstance> change,
        CallContext call)
    {
        var current = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        current.RequireReadable("portMappings");
        return await client.ExplainRefusalAsync(id, () => client.EditInstanceAsync(id, change(current), call), call).ConfigureAwait(false);
    }

    /// <summary>Gives an instance another image and other settings.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="change">Makes the change from the settings that it has now: the service wants all of them.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">It failed.</exception>
    public static async Task<OperationResult> UpgradeAsync(this NovitaClient client, string id,
        Func<UpgradedInstance, UpgradedInstance> change, CallContext call)
    {
        var current = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        current.RequireReadable("imageUrl", "imageAuthId", "command", "entrypoint", "envs", "volumeMounts");
        var upgraded = change(UpgradedInstance.From(current));
        var wasUnderWay = InstanceOperation.Upgrade.HasTakenEffect(current.Status);
        return await client.ConfirmAsync(InstanceOperation.Upgrade, id, () => client.UpgradeInstanceAsync(id, upgraded, call), call,
            wasUnderWay).ConfigureAwait(false);
    }

    /// <summary>
    /// A refusal for the instance's state may come after the fact, and a lost answer may have been a yes: then the instance shows it.
    /// </summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="operation">What was asked for.</param>
    /// <param name="id">The instance.</param>
    /// <param name="act">Asks for it.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="wasUnderWay">
    /// Whether one was under way before, which may have been after something else: then the instance shows nothing.
    /// </param>
    private static async Task<OperationResult> ConfirmAsync(this NovitaClient client, InstanceOperation operation, string id,
        Func<Task<OperationResult>> act, CallContext call, bool wasUnderWay = false)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.InvalidState || error.MayHaveHappened)
        {
            var status = await client.AddReasonAsync(error, id, call).ConfigureAwait(false);
            if (status is null || !operation.HasTakenEffect(status) || wasUnderWay)
            {
                throw;
            }

            call.Tell(ClientEventKind.Step, $"instance {id}: the service's answer left it open, but the instance is '{status}', so it "
                + $"took effect");
            return new OperationResult(id, status);
        }
    }

    /// <summary>Runs a change that the instance's state may forbid: a refusal then names the state, and the job that runs.</summary>
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

    /// <summary>Reads the instance, and adds its state and the job that runs on it to an error.</summary>
    /// <returns>The status: "removed" for an instance that is gone, null for one that cannot be read.</returns>
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
