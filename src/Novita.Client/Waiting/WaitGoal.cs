using Novita.Client.Lists;

namespace Novita.Client.Waiting;

/// <summary>The awaited state of resources. The text of a goal completes the sentence "did not become ...".</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal abstract class WaitGoal<T>
    where T : Resource
{
    /// <summary>The list of the resources.</summary>
    public abstract ListRequest<T> Request { get; }

    /// <summary>Whether a deleted resource has reached the goal.</summary>
    public virtual bool IsRemoval => false;

    /// <summary>Returns the state of a resource, for messages.</summary>
    public abstract string StateOf(T resource);

    /// <summary>Returns a text whose change is a change of state.</summary>
    public virtual string SignatureOf(T resource) => StateOf(resource);

    /// <summary>
    /// Whether the wait for a resource is over. A failure is set in <paramref name="awaited"/>.
    /// </summary>
    public abstract Task<bool> IsDoneAsync(Awaited<T> awaited, T resource, CallContext call);

    /// <summary>Returns why the wait timed out, as the end of a sentence that begins with the noun.</summary>
    public virtual string DescribeTimeout(string state, string within) => $"did not become {this} {within}: its last status was '{state}'.";
}
