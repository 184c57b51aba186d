using Novita.Client.Errors;
using Novita.Client.Parallel;

namespace Novita.Targets;

/// <summary>Reads resources by their ids, several at a time. The results have the order of the ids.</summary>
internal static class DetailReader
{
    /// <summary>Prepares the reading. Nothing is sent before the first result is requested.</summary>
    /// <param name="wanted">For each id the sessions to ask. An id that no session has is an error.</param>
    /// <param name="read">Reads one resource.</param>
    public static OrderedParallel<IReadOnlyList<Target<T>>, IReadOnlyList<TDetail>> Prepare<T, TDetail>(
        IEnumerable<IReadOnlyList<Target<T>>> wanted, Func<Target<T>, Task<TDetail>> read)
        where T : Resource
        where TDetail : T
    {
        var seen = new HashSet<Target<T>>();
        var once = wanted.Select(targets => targets.Where(seen.Add).ToList()).Where(targets => targets.Count > 0).ToList();
        var limit = Target<T>.Limit(once.SelectMany(targets => targets));
        return new OrderedParallel<IReadOnlyList<Target<T>>, IReadOnlyList<TDetail>>(once, limit, targets => FindAsync(targets, read));
    }

    private static async Task<IReadOnlyList<TDetail>> FindAsync<T, TDetail>(
        IReadOnlyList<Target<T>> targets, Func<Target<T>, Task<TDetail>> read)
        where T : Resource
        where TDetail : T
    {
        var reads = targets.Select(target => TryReadAsync(target, isOnly: targets.Count == 1, read));
        var found = (await Task.WhenAll(reads).ConfigureAwait(false)).OfType<TDetail>().ToList();
        return found.Count > 0
            ? found
            : throw new NovitaException(NovitaErrorKind.NotFound, $"No session has {Noun<T>.WithArticle} with this id.")
            {
                Subject = new Subject(Noun<T>.Singular, targets[0].Id),
                Advice = "Check the id, and name the session of the right account with -Session.",
            };
    }

    private static async Task<TDetail?> TryReadAsync<T, TDetail>(Target<T> target, bool isOnly, Func<Target<T>, Task<TDetail>> read)
        where T : Resource
        where TDetail : T
    {
        try
        {
            return target.Session.Stamp(await read(target).ConfigureAwait(false));
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.NotFound && !isOnly)
        {
            return null;
        }
    }
}
