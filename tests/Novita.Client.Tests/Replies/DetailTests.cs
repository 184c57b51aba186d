namespace Novita.Client.Tests.Replies;

/// <summary>What the get call says of an instance.</summary>
public sealed class DetailTests
{
    private static readonly DateTime s_newYear = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("")]
    [InlineData("\"sshCommand\":\"\",\"sshPassword\":\"\",\"createdAt\":\"0\",\"lastStartedAt\":\"-1\",\"lastStoppedAt\":\"\",\"useTime\":\"\",\"tools\":[],\"diskSize\":\"\"")]
    [InlineData("\"sshCommand\":null,\"sshPassword\":null,\"createdAt\":null,\"lastStartedAt\":null,\"lastStoppedAt\":null,\"useTime\":null,\"tools\":null,\"diskSize\":null")]
    [InlineData("\"sshCommand\":{},\"sshPassword\":[],\"createdAt\":\"soon\",\"lastStartedAt\":{},\"lastStoppedAt\":1e300,\"useTime\":\"long\",\"tools\":\"none\",\"diskSize\":{}")]
    public async Task Members_of_an_earlier_contract_are_null_where_they_are_not_as_they_were(string members)
    {
        var instance = await ReadAsync(members);

        Assert.Null(instance.SshCommand);
        Assert.Null(instance.SshPassword);
        Assert.All(new[] { instance.CreatedAt, instance.LastStartedAt, instance.LastStoppedAt }, time => Assert.Null(time));
        Assert.All(new[] { instance.UseTime, instance.DiskSize, instance.InstancePrice, instance.LocalStoragePrice, instance.ExitedLocalStoragePrice }, number => Assert.Null(number));
        Assert.Empty(instance.Tools);
    }

    [Theory]
    [InlineData("[{\"maxRootfsSize\":500},{\"maxRootfsSize\":\"600\",\"maxLocalVolumeSize\":\"70\"}]", "up to 500 GB, up to 600 GB")]
    [InlineData("{\"maxRootfsSize\":\"500\",\"maxLocalVolumeSize\":70}", "up to 500 GB")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task The_node_may_be_a_list_an_object_or_none(string value, string expected)
    {
        var instance = await ReadAsync($"\"node\":{value}");

        Assert.Equal(expected, $"{instance.Node}");
        Assert.Equal(value[0] == '{' ? 1 : expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, instance.Node.Count);
    }

    [Theory]
    [InlineData("\"network\":null,\"jobs\":null,\"node\":null")]
    [InlineData("\"network\":{},\"jobs\":[],\"node\":[]")]
    [InlineData("\"network\":{\"id\":\"\",\"ip\":\"\"}")]
    [InlineData("")]
    public async Task What_there_is_none_of_is_null_or_an_empty_list(string members)
    {
        var instance = await ReadAsync(members);

        Assert.Null(instance.Network);
        Assert.Empty(instance.Jobs);
        Assert.Empty(instance.Node);
    }

    [Fact]
    public async Task Connections_with_nothing_in_them_show_nothing()
    {
        var instance = await ReadAsync("""
            "connectComponentSSH":{},"connectComponentWebTerminal":{"address":"","password":""},"connectComponentJupyter":{"port":null},"connectComponentLog":{"systemLogAddress":null}
            """);

        Assert.Equal("", $"{instance.ConnectComponentSSH}{instance.ConnectComponentWebTerminal}{instance.ConnectComponentJupyter}{instance.ConnectComponentLog}");
        Assert.Null(instance.ConnectComponentSSH?.Password);
        Assert.Null(instance.ConnectComponentWebTerminal?.Password);
    }

    [Theory]
    [InlineData("{\"id\":\"\"}")]
    [InlineData("{\"id\":null,\"name\":\"hunter2\"}")]
    [InlineData("{\"instance\":{\"id\":\"hunter2\"}}")]
    [InlineData("<html>hunter2</html>")]
    public async Task What_is_no_instance_is_refused_without_its_content(string body)
    {
        using var test = new TestClient(Answers.Json(200, body));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.GetInstanceAsync("a1", test.Call));

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Equal("a1", error.Subject?.Id);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Handler.Count);
    }

    [Fact]
    public async Task A_member_that_cannot_be_read_is_passed_over_and_told_of()
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail("\"createdAt\":\"?\",\"connectComponentSSH\":\"root:hunter2\",\"name\":\"n\"")));

        var instance = await test.Client.GetInstanceAsync("a1", test.Call);

        Assert.Equal(("n", null, null), (instance.Name, instance.CreatedAt, instance.ConnectComponentSSH));
        var told = test.Events.Where(told => told.Text.Contains("could not be read", StringComparison.Ordinal)).Select(told => told.Text).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("The value of 'createdAt' could not be read in instance 'a1': \"?\" is not a number.", told[0], StringComparison.Ordinal);
        Assert.DoesNotContain(told, text => text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_is_asked_for_by_its_escaped_id()
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail()));

        await test.Client.GetInstanceAsync("a&b=1", test.Call);

        Assert.Equal("https://api.novita.ai/gpu-instance/openapi/v1/gpu/instance?instanceId=a%26b%3D1", test.Handler.Single.RequestUri?.AbsoluteUri);
    }

    private static async Task<InstanceDetail> ReadAsync(string members)
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail(members)));
        return await test.Client.GetInstanceAsync("a1", test.Call);
    }
}
