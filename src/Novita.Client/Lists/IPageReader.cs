namespace Novita.Client.Lists;

/// <summary>Reads pages of lists. The client implements the interface; tests replace it.</summary>
internal interface IPageReader
{
    /// <summary>The maximum number of pages that are read at the same time, at least 1.</summary>
    int ThrottleLimit { get; }

    /// <summary>Returns the page numbering of the list's path, which is learnt from responses.</summary>
    PageNumbering NumberingOf<T>(ListRequest<T> request)
        where T : Resource;

    /// <summary>Reads one page.</summary>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    Task<Page<T>> GetPageAsync<T>(ListRequest<T> request, int number, int size, CallContext call)
        where T : Resource;
}
