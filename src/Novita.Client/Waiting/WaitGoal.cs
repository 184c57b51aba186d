using Novita.Client.Lists;

namespace Novita.Client.Waiting;

/// <summary>What resources are waited for to become. Its text names the goal in a sentence: "did not become ...".</summary>
/// <typeparam name="T">Their kind.</typeparam>
internal abstract class WaitGoal<T>
    where T : Resource
{
    /// <summary>The list that shows them.</summary>
    public abstract ListRequest<T> Request { get; }

    /// <summary>Whether a resource that is gone has reached the goal.</summary>
    public virtual bool IsRemoval => false;

    /// <summary>The state of a resource, for messages.</summary>
    public abstract string StateOf(T resource);

    /// <summary>Everything about a resource that counts as a change of state.</summary>
    public virtual string SignatureOf(T resource) => StateOf(resource);

    /// <summary>
    /// Judges a resource that was just seen, and tells whether the wait for it is over. A failure is noted in <paramref name="awaited"/>.
    /// </summary>
    public abstract Task<bool> IsDoneAsync(Awaited<T> awaited, T resource, CallContext call);

    /// <summary>Says why the wait timed out, after "The ... ", for a resource in this state.</summary>
    public virtual string DescribeTimeout(string state, string within) => $"did not become {this} {within}: its last status was '{state}'.";
}
