using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Lists;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun page by page.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class PagedListCommand<T> : ListCommand<T>
    where T : Resource
{
    /// <summary>Lists everything. Without this switch and without <c>-First</c>, at most 100 are listed, and a warning says so.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>
    /// Reads the list until two readings in a row agree. The list is then right even if it changes meanwhile, for at least twice the
    /// requests. Use it with <see cref="All"/>.
    /// </summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>Sets how many rows one request asks for, at least 1. The service may return fewer.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; } = Listing<T>.DefaultPageSize;

    private protected override void Process() => List(new OutputRange(PagingParameters, All), PageSize, Verify);
}
