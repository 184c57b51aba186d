using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Lists;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun page by page.</summary>
/// <typeparam name="T">A row.</typeparam>
public abstract class PagedListCommand<T> : ListCommand<T>
    where T : Resource
{
    /// <summary>Lists everything. Without it, and without <c>-First</c>, at most 100 are listed, and a warning says so.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>
    /// Reads the list until two readings in a row agree: right even while the list changes, at twice the requests or more. It is for
    /// whole lists, with <see cref="All"/>.
    /// </summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>How many rows to ask for at a time, at least 1; the service may give fewer.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; } = Listing<T>.DefaultPageSize;

    private protected override void Process() => List(new OutputRange(PagingParameters, All), PageSize, Verify);
}
