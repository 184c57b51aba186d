namespace Novita.Client.Lists;

/// <summary>Reads one page of one list: from the service, or from a model of it.</summary>
internal delegate Task<Page<T>> PageSource<T>(int number, int size, CancellationToken cancellationToken)
    where T : Resource;
