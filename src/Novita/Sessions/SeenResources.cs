namespace Novita.Sessions;

/// <summary>
/// Stores the resources of one noun that were read last, up to <see cref="Capacity"/>. Thread-safe. Pages are stored as they come and
/// deduplicated only by <see cref="Latest"/>, so that a page of a long list costs one lock and one array.
/// </summary>
internal sealed class SeenResources
{
    /// <summary>The largest number of stored rows. The oldest pages are dropped first.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<SeenResource[]> _pages = new();
    private int _rows;
    private long _pagesAdded;

    /// <summary>Whether nothing is stored.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_pages)
            {
                return _rows == 0;
            }
        }
    }

    /// <summary>How many pages were added in all, as a point in time for <see cref="ForgetUntil"/>.</summary>
    public long PagesAdded
    {
        get
        {
            lock (_pages)
            {
                return _pagesAdded;
            }
        }
    }

    /// <summary>Stores a page.</summary>
    public void Add(IReadOnlyList<Resource> resources)
    {
        if (resources.Count == 0)
        {
            return;
        }

        var page = new SeenResource[Math.Min(resources.Count, Capacity)];
        for (var row = 0; row < page.Length; row++)
        {
            page[row] = SeenResource.Of(resources[row]);
        }

        lock (_pages)
        {
            _pages.Enqueue(page);
            _pagesAdded++;
            _rows += page.Length;
            while (_rows > Capacity)
            {
                Forget();
            }
        }
    }

    /// <summary>Drops the pages that were added before a point in time, because a newer reading has the whole list.</summary>
    /// <param name="pagesAdded">The value of <see cref="PagesAdded"/> at that time.</param>
    public void ForgetUntil(long pagesAdded)
    {
        lock (_pages)
        {
            while (_pages.Count > 0 && _pagesAdded - _pages.Count < pagesAdded)
            {
                Forget();
            }
        }
    }

    /// <summary>Returns the latest version of each resource, in no particular order.</summary>
    public IReadOnlyCollection<SeenResource> Latest()
    {
        SeenResource[][] pages;
        lock (_pages)
        {
            pages = [.. _pages];
        }

        var latest = new Dictionary<string, SeenResource>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var resource in page)
            {
                latest[resource.Id] = resource;
            }
        }

        return latest.Values;
    }

    private void Forget() => _rows -= _pages.Dequeue().Length;
}
