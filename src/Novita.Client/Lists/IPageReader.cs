namespace Novita.Client.Lists;

/// <summary>Reads pages. The client does; a test may stand in for it.</summary>
internal interface IPageReader
{
    /// <summary>How many pages may be read at once, at least 1.</summary>
    int ThrottleLimit { get; }

    /// <summary>What lists of this path have taught about its page numbers.</summary>
    PageNumbering NumberingOf<T>(ListRequest<T> request)
        where T : Resource;

    /// <summary>Reads one page.</summary>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    Task<Page<T>> GetPageAsync<T>(ListRequest<T> request, int number, int size, CallContext call)
        where T : Resource;
}
