using Novita.Client.Lists;

namespace Novita.Lists;

/// <summary>Adds the filters of cmdlets to list requests.</summary>
internal static class ListRequestExtensions
{
    /// <summary>Adds the part of a filter that is decided here and not by the service.</summary>
    /// <param name="request">The request, which already asks the service for the other part.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="text">Returns the text of a row that must match.</param>
    public static ListRequest<T> Where<T>(this ListRequest<T> request, TextFilter filter, Func<T, string?> text)
        where T : Resource =>
        filter.Predicate is { } predicate ? request.Where(row => predicate(text(row))) : request;
}
