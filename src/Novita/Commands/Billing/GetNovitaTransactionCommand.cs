using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists payments, refunds and spending of the account.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaTransaction", SupportsPaging = true)]
[OutputType(typeof(Transaction))]
public sealed class GetNovitaTransactionCommand : PagedListCommand<Transaction>
{
    /// <summary>Lists only transactions at this time or later. A time without a time zone is local.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>Lists only transactions before this time. A time without a time zone is local.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>Filters by type, ignoring case, or by wildcard: <c>recharge</c>, <c>refund</c>, <c>consume</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<TransactionType>))]
    public string[]? Type { get; set; }

    private protected override IEnumerable<ListRequest<Transaction>> Requests
    {
        get
        {
            var type = TextFilter.OneOf(Type, TransactionType.Values);
            yield return ListRequests.Transactions(type.Query, After, Before).Where(type, transaction => transaction.Type);
        }
    }
}
