namespace Novita.Client.Paging;

/// <summary>Gets one page of one query. What the pager reads from: the service, or a model of one.</summary>
internal delegate Task<InstancePage> PageSource(int pageNum, int pageSize, CancellationToken cancellationToken);
