using Novita.Simulator.Faults;

namespace Novita.Simulator.Tests;

/// <summary>What every area has in common, and the rows that each begins with.</summary>
public sealed class AreaTests
{
    [Theory]
    [InlineData("gpu/instances", "instances")]
    [InlineData("clusters", "data")]
    [InlineData("products", "data")]
    [InlineData("jobs", "jobs")]
    public async Task Every_route_has_the_key_the_exact_path_the_log_and_the_faults(string path, string member)
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Instances = 3, TimeProvider = time });
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = cloud.Http.BaseAddress };

        Assert.NotEmpty((await cloud.GetAsync(path)).Ids(member));
        Assert.Equal("API_NOT_FOUND", (await cloud.GetAsync(path + "/")).Reason);
        Assert.Equal("API_NOT_FOUND", (await cloud.GetAsync(path.ToUpperInvariant())).Reason);
        using (var response = await stranger.GetAsync(new Uri(path, UriKind.Relative)))
        {
            Assert.Equal("UNAUTHORIZED", (await Answer.ReadAsync(response)).Reason);
        }

        cloud.Service.Refuse("/" + path, ApiError.InsufficientResource, times: 1);
        Assert.Equal("INSUFFICIENT_RESOURCE", (await cloud.GetAsync(path)).Reason);
        cloud.Service.PerformButLose("/" + path, times: 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.GetAsync(path));
        cloud.Service.Inject(PageFaults.RowMissing, times: 1);
        var ids = (await cloud.GetAsync(path)).Ids(member).Order().ToList();
        Assert.ProperSuperset(ids.ToHashSet(), (await cloud.GetAsync(path)).Ids(member).ToHashSet());
        Assert.Equal([200, 404, 404, 401, 400, null, 200, 200], cloud.Service.Requests.Select(request => request.Status));
        Assert.Equal("/gpu-instance/openapi/v1/" + path, cloud.Service.Requests.First().Path);
    }

    [Theory]
    [InlineData("gpu/instances?pageSize=50")]
    [InlineData("clusters")]
    [InlineData("products")]
    [InlineData("cpu/products")]
    [InlineData("jobs")]
    public async Task Services_of_the_same_time_have_the_same_rows(string path)
    {
        await using var one = await Cloud.StartAsync(time => new() { Instances = 50, TimeProvider = time });
        await using var two = await Cloud.StartAsync(time => new() { Instances = 50, TimeProvider = time });

        Assert.Equal((await one.GetAsync(path)).Body, (await two.GetAsync(path)).Body);
    }
}
