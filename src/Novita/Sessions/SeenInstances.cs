namespace Novita.Sessions;

/// <summary>
/// Remembers the instances that were read lately, up to <see cref="Capacity"/>. It takes them page by page and looks at them
/// only when it is asked, so that a long list costs one lock and one array a page.
/// </summary>
internal sealed class SeenInstances
{
    /// <summary>How many rows are remembered at most; the oldest pages go first.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<SeenInstance[]> _pages = new();
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
    public void Add(IReadOnlyList<Instance> instances)
    {
        if (instances.Count == 0)
        {
            return;
        }

        var page = new SeenInstance[Math.Min(instances.Count, Capacity)];
        for (var row = 0; row < page.Length; row++)
        {
            page[row] = SeenInstance.Of(instances[row]);
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

    /// <summary>Gives each instance once, as it was last read, in no order.</summary>
    public IReadOnlyCollection<SeenInstance> Latest()
    {
        SeenInstance[][] pages;
        lock (_pages)
        {
            pages = [.. _pages];
        }

        var latest = new Dictionary<string, SeenInstance>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var instance in page)
            {
                latest[instance.Id] = instance;
            }
        }

        return latest.Values;
    }

    private void Forget() => _rows -= _pages.Dequeue().Length;
}
