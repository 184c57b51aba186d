using Novita.Simulator;
using Novita.Simulator.Areas.Networks;

namespace Novita.Client.Tests.Networks;

/// <summary>The calls of networks, under each way in which the service may answer.</summary>
public sealed class NetworkTests
{
    public static TheoryData<NetworkOptions> Forms =>
    [
        new NetworkOptions(),
        new NetworkOptions
        {
            CreateAnswersNetwork = true,
            StateAsList = true,
            List = new() { Member = "network", Total = TotalForm.Text, PageBase = 1 },
        },
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_network_is_created_and_read_in_every_form(NetworkOptions options)
    {
        await using var session = await StartAsync(options);

        var id = await session.Client.CreateNetworkAsync(new("lab", "us-ca-6"), session.Call);

        var network = await session.Client.GetNetworkAsync(id, session.Call);
        Assert.Equal(session.Service.Networks.Rows.Snapshot().Single().Id, id);
        Assert.Equal(
            ("lab", "ready", null, "10.0.0.0/16", "us-ca-6"),
            (network.Name, network.State, network.Error, network.Segment, network.ClusterId));
        Assert.NotNull(network.CreateTime);
    }

    [Theory]
    [InlineData("""{"state":"creating","error":"no"}""", "creating", "no")]
    [InlineData("""[{"state":"creating","error":""},{"state":"ready","error":""}]""", "ready", null)]
    [InlineData("\"ready\"", "ready", null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    public async Task A_state_is_read_as_object_list_or_text(string json, string? state, string? problem)
    {
        using var test = new TestClient(Answers.Json(
            200, $$$"""{"network":{"Id":"n","state":{{{json}}},"Addresses":[{"Id":"i","Ip":"10.0.0.2"}]}}"""));

        var network = await test.Client.GetNetworkAsync("n", test.Call);

        Assert.Equal((state, problem), (network.State, network.Error));
        Assert.Equal("10.0.0.2 (i)", network.Addresses.ToString());
    }

    [Theory]
    [InlineData("""{"network":[{"Id":"n"}]}""")]
    [InlineData("""{"network":{"Id":"n"}}""")]
    [InlineData("""{"id":"n"}""")]
    public async Task An_id_in_the_response_is_taken(string response)
    {
        using var test = new TestClient(Answers.Json(200, """{"networks":[{"Id":"old"}],"total":1}"""), Answers.Json(200, response));

        Assert.Equal("n", await test.Client.CreateNetworkAsync(new("lab", "c"), test.Call));
    }

    [Fact]
    public async Task A_rename_whose_answer_is_lost_is_looked_up()
    {
        await using var session = await StartAsync(new());
        session.Service.Networks.Rows.Load(new SimulatedNetwork { Id = "n", Name = "old" });
        session.Service.PerformButLose("/network/update");

        await session.Client.RenameNetworkAsync("n", "new", session.Call);

        Assert.Equal("""{"networkId":"n","name":"new"}""", Assert.Single(session.Service.Requests.Changing).Body);
    }

    [Fact]
    public async Task A_rename_whose_answer_is_lost_stays_open_where_the_network_cannot_be_read()
    {
        using var test = new TestClient(Answers.Status(500), Answers.Status(403));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.RenameNetworkAsync("n", "new", test.Call));

        Assert.Equal((500, true), (error.StatusCode, error.MayHaveHappened));
    }

    [Fact]
    public async Task A_name_has_30_characters_at_most()
    {
        using var test = new TestClient();

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.RenameNetworkAsync("n", new string('x', 31), test.Call));

        Assert.Equal("Name has 31 characters, but may have 30 at most.", error.Message);
        Assert.Empty(test.Handler.Requests);
    }

    private static Task<Session> StartAsync(NetworkOptions options) =>
        Session.StartAsync(new SimulatorOptions { Instances = 0, Networks = options });
}
