using Novita.Client.Actions;
using Novita.Client.Http;

namespace Novita.Selection;

/// <summary>Reads instances by their ids, several at a time, in the order they were asked for.</summary>
internal static class DetailReader
{
    /// <summary>Prepares to read. Nothing is asked before the first is wanted.</summary>
    /// <param name="wanted">For each id the sessions to ask for it; it is missing only where none has it.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    public static InOrder<IReadOnlyList<InstanceTarget>, IReadOnlyList<InstanceDetail>> Prepare(IEnumerable<IReadOnlyList<InstanceTarget>> wanted, CallContext call)
    {
        var seen = new HashSet<InstanceTarget>();
        var once = wanted.Select(targets => targets.Where(seen.Add).ToList()).Where(targets => targets.Count > 0).ToList();
        return new InOrder<IReadOnlyList<InstanceTarget>, IReadOnlyList<InstanceDetail>>(once, InstanceTarget.Limit(once.SelectMany(targets => targets)), targets => FindAsync(targets, call));
    }

    private static async Task<IReadOnlyList<InstanceDetail>> FindAsync(IReadOnlyList<InstanceTarget> targets, CallContext call)
    {
        var details = await Task.WhenAll(targets.Select(target => TryReadAsync(target, isOnly: targets.Count == 1, call))).ConfigureAwait(false);
        var found = details.OfType<InstanceDetail>().ToList();
        return found.Count > 0 ? found : throw new NovitaException(NovitaErrorKind.NotFound, "None of the sessions has such an instance.") { InstanceId = targets[0].Id };
    }

    private static async Task<InstanceDetail?> TryReadAsync(InstanceTarget target, bool isOnly, CallContext call)
    {
        try
        {
            return target.Session.Own(await target.Client.GetInstanceAsync(target.Id, call).ConfigureAwait(false));
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.NotFound && !isOnly)
        {
            return null;
        }
    }
}
