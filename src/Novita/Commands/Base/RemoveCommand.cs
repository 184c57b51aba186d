using Novita.Client.Errors;
using Novita.Client.Requests;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that deletes resources. The service refuses to delete a resource that is in use.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class RemoveCommand<T> : NamedChangeCommand<T>
    where T : Resource
{
    private const int MaxShown = 5;

    private protected override string ActionDescription => $"Delete the {Noun<T>.Singular}";

    /// <summary>Deletes one resource.</summary>
    /// <exception cref="NovitaException">The resource was not deleted.</exception>
    private protected abstract Task<OperationResult> RemoveAsync(Target<T> target);

    /// <summary>Finds what uses a resource, as names for a message. The result may be empty.</summary>
    /// <exception cref="NovitaException">The users could not be read.</exception>
    private protected virtual Task<IReadOnlyList<string>> FindUsersAsync(Target<T> target) => Task.FromResult<IReadOnlyList<string>>([]);

    private protected sealed override async Task<OperationResult> ChangeAsync(Target<T> target)
    {
        try
        {
            return await RemoveAsync(target).ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.InUse)
        {
            var users = await TryFindUsersAsync(target).ConfigureAwait(false);
            if (users.Count == 0)
            {
                throw;
            }

            throw InUse(target, users, error);
        }
    }

    /// <summary>Returns names of instances for the message.</summary>
    private protected static IReadOnlyList<string> Describe(IEnumerable<Instance> instances) =>
        [.. instances.Select(instance => $"instance {instance}")];

    /// <summary>Returns the error for a resource that is in use.</summary>
    private protected static NovitaException InUse(Target<T> target, IReadOnlyList<string> users, NovitaException? refusal = null)
    {
        var shown = string.Join(", ", users.Take(MaxShown)) + (users.Count > MaxShown ? $" and {users.Count - MaxShown} more" : "");
        return new NovitaException(NovitaErrorKind.InUse, $"The {Noun<T>.Singular} is used by {shown}. It was not deleted.", refusal)
        {
            Subject = new Subject(Noun<T>.Singular, target.Id),
            StatusCode = refusal?.StatusCode,
            Reason = refusal?.Reason,
            RequestUri = refusal?.RequestUri,
        };
    }

    private async Task<IReadOnlyList<string>> TryFindUsersAsync(Target<T> target)
    {
        try
        {
            return await FindUsersAsync(target).ConfigureAwait(false);
        }
        catch (NovitaException)
        {
            return [];
        }
    }
}
