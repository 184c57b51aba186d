using Novita.Client;
using Novita.Client.Lists;

namespace Novita.Lists;

/// <summary>Makes the list requests for the filters that the instance cmdlets share.</summary>
internal static class InstanceRequests
{
    /// <summary>Returns the requests. A filter that is null does not filter.</summary>
    public static IReadOnlyList<ListRequest<Instance>> Create(
        string[]? names, string[]? productNames = null, string[]? statuses = null, bool exact = false)
    {
        var status = TextFilter.OneOf(statuses, InstanceStatus.Values);
        var requests =
            from name in TextFilter.Search(names, exact)
            from product in TextFilter.Search(productNames, exact)
            select ListRequests.Instances(name.Query, product.Query, status.Query)
                .Where(name, instance => instance.Name)
                .Where(product, instance => instance.ProductName)
                .Where(status, instance => instance.Status);
        return requests.ToList();
    }
}
