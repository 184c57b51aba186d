namespace Novita.Client.Lists;

/// <summary>Reads one page of one list.</summary>
internal delegate Task<Page<T>> PageSource<T>(int number, int size, CancellationToken cancellationToken)
    where T : Resource;
