using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Faults;

namespace Novita.Client.Tests.Storage;

/// <summary>The calls of network storage, under each way in which the service may answer.</summary>
public sealed class NetworkStorageTests
{
    [Theory]
    [InlineData("\"id-1\"")]
    [InlineData("""{"storageId":"id-1","storageName":"data","storageSize":10}""")]
    public async Task A_new_storage_has_its_id_whether_the_response_is_text_or_an_object(string response)
    {
        using var test = new TestClient(Answers.Json(200, response));

        Assert.Equal("id-1", await test.Client.CreateNetworkStorageAsync(new("data", "us-ca-6", 10), test.Call));
    }

    [Theory]
    [InlineData("200", 0.002)]
    [InlineData("150", 0.0015)]
    [InlineData("0", null)]
    [InlineData(null, null)]
    public async Task The_price_is_a_hundred_thousandth_of_a_dollar_and_0_is_no_price(string? price, double? expected)
    {
        await using var session = await StartAsync();
        session.Service.Storage.Rows.Load(Stored("a") with { Price = price });

        Assert.Equal((decimal?)expected, (await session.Client.GetNetworkStorageAsync("a", session.Call)).PricePerGBDay);
    }

    [Fact]
    public async Task A_storage_that_the_list_lacks_is_not_found()
    {
        await using var session = await StartAsync();
        session.Service.Storage.Rows.Load(Stored("a"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => session.Client.GetNetworkStorageAsync("b", session.Call));

        Assert.Equal((NovitaErrorKind.NotFound, "network storage", "b"), (error.Kind, error.Subject?.Noun, error.Subject?.Id));
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_is_looked_up_and_not_sent_again()
    {
        await using var session = await StartAsync();
        session.Service.Storage.Rows.Load(Stored("a"));
        session.Service.PerformButLose("/networkstorage/update");

        await session.Client.EditNetworkStorageAsync("a", new("new", 200), session.Call);

        Assert.Equal("""{"storageId":"a","storageName":"new","storageSize":200}""", Assert.Single(session.Service.Requests.Changing).Body);
    }

    [Fact]
    public async Task A_deletion_whose_answer_is_lost_is_looked_up_and_not_sent_again()
    {
        await using var session = await StartAsync();
        session.Service.Storage.Rows.Load(Stored("a"));
        session.Service.PerformButLose("/networkstorage/delete");

        await session.Client.RemoveNetworkStorageAsync("a", session.Call);

        Assert.Single(session.Service.Requests.Changing);
    }

    [Fact]
    public async Task A_change_that_was_lost_before_the_service_made_it_may_have_happened()
    {
        await using var session = await StartAsync();
        session.Service.Storage.Rows.Load(Stored("a"));
        using var lost = session.Service.Inject(ConnectionFaults.Reset, request => request.Method == "POST");

        var error = await Assert.ThrowsAsync<NovitaException>(
            () => session.Client.EditNetworkStorageAsync("a", new("new", 200), session.Call));

        Assert.True(error.MayHaveHappened);
        Assert.Single(session.Service.Requests.Changing);
    }

    [Fact]
    public void A_change_is_made_where_name_and_size_are_the_new_ones()
    {
        var current = new NetworkStorage { Name = "data", Size = 100 };

        Assert.True(new EditedNetworkStorage("data", 100).IsMade(current));
        Assert.False(new EditedNetworkStorage("data", 200).IsMade(current));
        Assert.False(new EditedNetworkStorage("new", 100).IsMade(current));
    }

    [Theory]
    [InlineData(null, 99)]
    [InlineData("new", 1)]
    public void A_storage_never_shrinks(string? name, int size)
    {
        var current = new NetworkStorage { Id = "a", Name = "data", Size = 100 };

        var error = Assert.Throws<NovitaException>(() => EditedNetworkStorage.From(current, name, size));

        Assert.Equal($"The network storage has 100 GB and cannot shrink to {size}.", error.Message);
    }

    [Theory]
    [InlineData(null, 150, "Grow from 100 to 150 GB, for about 0.10 USD a day more")]
    [InlineData("new", null, "Rename to 'new'")]
    [InlineData("new", 200, "Rename to 'new', Grow from 100 to 200 GB, for about 0.20 USD a day more")]
    [InlineData("data", 100, "Keep name and size as they are")]
    public void A_change_says_what_it_costs(string? name, int? size, string expected)
    {
        var current = new NetworkStorage { Id = "a", Name = "data", Size = 100, PricePerGBDay = 0.002m };

        Assert.Equal(expected, EditedNetworkStorage.From(current, name, size).Describe(current));
    }

    [Theory]
    [InlineData("", "c", 10, "Name is missing")]
    [InlineData("n", "", 10, "ClusterId is missing")]
    [InlineData("n", "c", 9, "Size is 9, but must be 10 or more.")]
    public async Task A_broken_limit_is_an_error_before_anything_is_sent(string name, string cluster, int size, string message)
    {
        using var test = new TestClient();

        var error = await Assert.ThrowsAsync<NovitaException>(
            () => test.Client.CreateNetworkStorageAsync(new(name, cluster, size), test.Call));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(test.Handler.Requests);
    }

    private static Task<Session> StartAsync(StorageOptions? options = null) =>
        Session.StartAsync(new SimulatorOptions { Instances = 0, Storage = options ?? new() });

    private static SimulatedStorage Stored(string id) =>
        new() { Id = id, Name = $"name-{id}", Size = 100, ClusterId = "us-ca-6", ClusterName = "US-CA-06" };
}
