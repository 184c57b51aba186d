using System.Management.Automation;
using Novita.Client.Errors;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Errors;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun. The list is checked to be complete, or an error says that it is not.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class ListCommand<T> : ConnectedCommand
    where T : Resource
{
    /// <summary>The lists to read. A row that is in several of them is written once.</summary>
    private protected abstract IEnumerable<ListRequest<T>> Requests { get; }

    /// <summary>Names that must be found. Each name that no row has is an error.</summary>
    private protected virtual IEnumerable<string> RequiredNames => [];

    /// <summary>Ids that must be found. Each id that no row has is an error.</summary>
    private protected virtual IEnumerable<string> RequiredIds => [];

    /// <summary>Whether there are other filters, which may have excluded a row with a required name or id.</summary>
    private protected virtual bool HasOtherFilters => false;

    private protected override void Process() => List(new OutputRange(PagingParameters, all: true));

    /// <summary>Reads the list and writes the rows that are in range.</summary>
    private protected void List(OutputRange range, int pageSize = Listing<T>.DefaultPageSize, bool verify = false) =>
        List(Requests, range, pageSize, verify);

    /// <summary>Reads a list and writes the rows that are in range.</summary>
    private protected void List<TRow>(
        IEnumerable<ListRequest<TRow>> requests,
        OutputRange range,
        int pageSize = Listing<TRow>.DefaultPageSize,
        bool verify = false)
        where TRow : Resource
    {
        var names = new HashSet<string>(RequiredNames, StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>(RequiredIds, StringComparer.Ordinal);
        using var listing = new SessionListing<TRow>(ResolveSessions(), requests.ToList(), pageSize, verify, Call);
        WriteTotalCount(listing.CountAsync);
        while (!range.StopsReading(listing.HasMore) && Await(() => listing.NextAsync(range.Wanted)) is { } rows)
        {
            Progress.Step(listing.RowsRead, listing.RowsTotal, Noun<TRow>.Plural);
            foreach (var row in rows)
            {
                names.Remove(row.Label ?? "");
                ids.Remove(row.Id);
                if (range.TryTake())
                {
                    WriteRow(row);
                }
            }
        }

        WriteErrors(listing);
        if (!range.IsStopped)
        {
            WriteMissing<TRow>(names, "is named");
            WriteMissing<TRow>(ids, "has the id");
        }

        if (range.IsCut)
        {
            var found = listing.Total is { } all
                ? $"{OutputRange.DefaultLimit} of {all}"
                : $"The first {OutputRange.DefaultLimit} of more than {OutputRange.DefaultLimit}";
            WriteWarning($"{found} {Noun<TRow>.Plural} were listed. Use -All to list all of them, or -First to choose how many.");
        }
    }

    /// <summary>Writes a row. A cmdlet that adds something to its rows overrides this method.</summary>
    private protected virtual void WriteRow(Resource row) => WriteObject(row);

    /// <summary>Reads resources by their ids and writes them in the order of the ids.</summary>
    private protected void WriteDetails<TDetail>(IEnumerable<IReadOnlyList<Target<T>>> wanted, Func<Target<T>, Task<TDetail>> read)
        where TDetail : T
    {
        var range = new OutputRange(PagingParameters, all: true);
        var details = DetailReader.Prepare(wanted, read);
        var unreadable = new UnreadableMembers<T>();
        if (PagingParameters?.IncludeTotalCount == true)
        {
            // The count is uncertain, because some ids may not exist.
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
                WriteRow(detail);
            }
        }

        WriteUnreadable(unreadable);
    }

    private void WriteTotalCount(Func<Task<long?>> count)
    {
        if (PagingParameters?.IncludeTotalCount == true)
        {
            var total = Await(count);
            WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
        }
    }

    private void WriteMissing<TRow>(IEnumerable<string> values, string how)
        where TRow : Resource
    {
        foreach (var value in values)
        {
            var others = HasOtherFilters ? " and meets the other filters" : "";
            var message = $"No {Noun<TRow>.Singular} {how} '{VisibleText.Quote(value)}'{others}.";
            var error = new NovitaException(NovitaErrorKind.NotFound, message) { Subject = new Subject(Noun<TRow>.Singular) };
            WriteError(error.ToErrorRecord(value));
        }
    }
}
