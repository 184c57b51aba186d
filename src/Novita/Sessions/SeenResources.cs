namespace Novita.Sessions;

/// <summary>
/// Remembers the resources of one noun that were read lately, up to <see cref="Capacity"/>. It takes them page by page and looks at them
/// only when it is asked, so that a long list costs one lock and one array a page.
/// </summary>
internal sealed class SeenResources
{
    /// <summary>How many rows are remembered at most; the oldest pages go first.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<SeenResource[]> _pages = new();
    private int _rows;
    private long _pagesAdded;

    /// <summary>Whether nothing is remembered.</summary>
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

    /// <summary>How many pages were ever added: a moment that <see cref="ForgetUntil"/> can go back to.</summary>
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

    /// <summary>Remembers a page.</summary>
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

    /// <summary>Forgets what was remembered before a moment: a newer reading had everything.</summary>
    /// <param name="pagesAdded">What <see cref="PagesAdded"/> was then.</param>
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

    /// <summary>Returns each resource once, as it was last read, in no order.</summary>
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
