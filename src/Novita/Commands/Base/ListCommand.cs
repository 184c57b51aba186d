using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Errors;
using Novita.Lists;
using Novita.Targets;
using Novita.Client.Errors;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun: the list is checked complete, or an error says that it is not.</summary>
/// <typeparam name="T">A row.</typeparam>
public abstract class ListCommand<T> : ConnectedCommand
    where T : Resource
{
    private SessionListing<T>? _listing;

    /// <summary>What to read. A row that several requests give is written once.</summary>
    private protected abstract IEnumerable<ListRequest<T>> Requests { get; }

    /// <summary>Whole names that must be found: a name that no row has is an error.</summary>
    private protected virtual IEnumerable<string> RequiredNames => [];

    /// <summary>Ids that must be found: an id that no row has is an error.</summary>
    private protected virtual IEnumerable<string> RequiredIds => [];

    /// <summary>Whether there are filters beside the required names, which a row may have failed.</summary>
    private protected virtual bool HasOtherFilters => false;

    private protected override void Process() => List(new OutputRange(PagingParameters, all: true));

    /// <summary>Reads the list and writes the rows that are in range.</summary>
    private protected void List(OutputRange range, int pageSize = Listing<T>.DefaultPageSize, bool verify = false)
    {
        var names = new HashSet<string>(RequiredNames, StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>(RequiredIds, StringComparer.Ordinal);
        _listing = new SessionListing<T>(ResolveSessions(), Requests.ToList(), pageSize, verify, Call);
        WriteTotalCount();
        while (!range.StopsReading(_listing.HasMore) && Await(() => _listing.NextAsync(range.Wanted)) is { } rows)
        {
            Progress.Step(_listing.RowsRead, _listing.RowsTotal, Noun<T>.Plural);
            foreach (var row in rows)
            {
                names.Remove(row.Label ?? "");
                ids.Remove(row.Id);
                if (range.TryTake())
                {
                    WriteObject(row);
                }
            }
        }

        foreach (var unreadable in _listing.Unreadable)
        {
            WriteError(unreadable.Value.ToErrorRecord(unreadable.Key));
        }

        foreach (var error in _listing.Unconfirmed)
        {
            WriteError(error.ToErrorRecord());
        }

        if (!range.IsStopped)
        {
            WriteMissing(names, "is named");
            WriteMissing(ids, "has the id");
        }

        if (range.IsCut)
        {
            var found = _listing.Total is { } all ? $"{OutputRange.DefaultLimit} of {all}" : $"The first {OutputRange.DefaultLimit} of more than {OutputRange.DefaultLimit}";
            WriteWarning($"{found} {Noun<T>.Plural} were listed. Use -All to list every one, or -First to choose how many.");
        }
    }

    /// <summary>Reads resources by their ids, and writes them in the order they were asked for.</summary>
    private protected void WriteDetails<TDetail>(IEnumerable<IReadOnlyList<Target<T>>> wanted, Func<Target<T>, Task<TDetail>> read)
        where TDetail : T
    {
        var range = new OutputRange(PagingParameters, all: true);
        var details = DetailReader.Prepare(wanted, read);
        var unreadable = new UnreadableMembers<T>();
        if (PagingParameters?.IncludeTotalCount == true)
        {
            // Some may be missing.
            WriteObject(PagingParameters.NewTotalCount((ulong)details.Count, 0.5));
        }

        while (!range.StopsReading(null) && Await(details.NextAsync) is { } result)
        {
            if (result.Error is { } error)
            {
                WriteError(error.ToErrorRecord(result.Item[0].Id));
                continue;
            }

            foreach (var detail in result.Result!.Where(_ => range.TryTake()))
            {
                unreadable.Add(detail);
                WriteObject(detail);
            }
        }

        foreach (var member in unreadable.All)
        {
            WriteError(member.ToException<T>().ToErrorRecord(member.FirstId));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _listing?.Dispose();
        base.Dispose(disposing);
    }

    private void WriteTotalCount()
    {
        if (PagingParameters?.IncludeTotalCount == true)
        {
            var total = Await(_listing!.CountAsync);
            WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
        }
    }

    private void WriteMissing(IEnumerable<string> values, string how)
    {
        foreach (var value in values)
        {
            var others = HasOtherFilters ? " and meets the other filters" : "";
            var error = new NovitaException(NovitaErrorKind.NotFound, $"No {Noun<T>.Singular} {how} '{VisibleText.Quote(value)}'{others}.") { Subject = new Subject(Noun<T>.Singular) };
            WriteError(error.ToErrorRecord(value));
        }
    }
}
