using System.Collections.Concurrent;
using System.Web;
using Novita.Client.Waiting;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A client of a small fleet that a test changes between two looks.</summary>
internal sealed class FleetClient : IDisposable
{
    public FleetClient(TestClock? clock = null, int retries = 0, Uri? proxy = null)
    {
        Clock = clock ?? new TestClock();
        Client = new NovitaClient(
            new NovitaClientOptions { CreateHandler = () => new Service(this), Clock = Clock, MaximumRetryCount = retries, NextRandom = () => 0.5, Proxy = proxy },
            new ApiKey(TestClient.Key, "a test"));
    }

    public TestClock Clock { get; }

    public NovitaClient Client { get; }

    /// <summary>The instances in the service's order: the id, and the members besides it.</summary>
    public List<(string Id, string Members)> Rows { get; } = [];

    /// <summary>The total that the list tells, where it is not the right one.</summary>
    public int? Total { get; set; }

    /// <summary>What everything is answered with; null where all is well.</summary>
    public Answer? Fault { get; set; }

    public ConcurrentQueue<Uri> Requests { get; } = new();

    /// <summary>Sets an instance's status, and what else is said of it.</summary>
    public FleetClient Set(string id, string status, string members = "")
    {
        var row = (id, $"\"status\":\"{status}\"{(members.Length == 0 ? "" : ",")}{members}");
        var index = Rows.FindIndex(known => known.Id == id);
        if (index < 0)
        {
            Rows.Add(row);
        }
        else
        {
            Rows[index] = row;
        }

        return this;
    }

    public void Remove(string id) => Assert.Equal(1, Rows.RemoveAll(row => row.Id == id));

    public Awaited<Instance> Awaited(string id, Instance? known = null) => new(Client, id, known);

    public int TakeRequestCount()
    {
        var count = Requests.Count;
        Requests.Clear();
        return count;
    }

    public void Dispose() => Client.Dispose();

    private Answer AnswerTo(Uri uri)
    {
        var query = HttpUtility.ParseQueryString(uri.Query);
        if (Fault is { } fault)
        {
            return fault;
        }

        if (query["instanceId"] is { } id)
        {
            var row = Rows.Find(known => known.Id == id);
            return row.Id is null ? Answers.Json(400, "{\"reason\":\"RESOURCE_NOT_FOUND\"}") : Answers.Json(200, Bodies.Detail(row.Members, id));
        }

        var size = int.Parse(query["pageSize"]!, null);
        var page = Rows.Skip(int.Parse(query["pageNum"]!, null) * size).Take(size).Select(row => Bodies.Detail(row.Members, row.Id));
        return Answers.Json(200, $$"""{"instances":[{{string.Join(',', page)}}],"total":{{Total ?? Rows.Count}}}""");
    }

    private sealed class Service : HttpMessageHandler
    {
        private readonly FleetClient _fleet;

        public Service(FleetClient fleet) => _fleet = fleet;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _fleet.Requests.Enqueue(request.RequestUri!);
            return _fleet.AnswerTo(request.RequestUri!)(cancellationToken);
        }
    }
}
