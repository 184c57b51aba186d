using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

/// <summary>What the get call says of an instance.</summary>
public sealed class DetailTests
{
    private static readonly DateTime s_newYear = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Every_documented_member_is_read()
    {
        var instance = await ReadAsync("""
            "name":"train-1","clusterId":"as-sgp-2","clusterName":"Singapore","status":"running","imageUrl":"ubuntu:24.04","imageAuthId":"auth-1",
            "command":"sleep 1","entrypoint":"/bin/sh","cpuNum":"16","memory":"62","gpuNum":"1","statusError":{"state":"s","message":"m"},
            "network":{"id":"vpc-1","ip":"10.2.1.1"},"portMappings":[{"port":22,"endpoint":"proxy.example:32787","type":"tcp"}],
            "volumeMounts":[{"type":"network","size":500,"id":"vol-1","mountPath":"/data"}],"node":[{"maxRootfsSize":500}],
            "jobs":[{"id":"job-1","type":"saveImage"}],"envs":[{"key":"A","value":"1"}],"kind":"gpu","billingMode":"monthly","endTime":"1767225600",
            "connectComponentSSH":{"sshCommand":"ssh -p 32787 root@proxy.example","password":"p","isRunning":true},
            "connectComponentWebTerminal":{"address":"https://t.example","username":"root","password":"p","isRunning":false},
            "connectComponentJupyter":{"port":8888,"address":"https://j.example","isRunning":true},
            "connectComponentLog":{"systemLogAddress":"https://s.example","instanceLogAddress":"https://i.example","isRunning":true},
            "freeStorageSize":20,"keepDataDay":7
            """);

        Assert.Equal("train-1 (a1)", instance.ToString());
        Assert.Equal("as-sgp-2", instance.ClusterId);
        Assert.Equal("Singapore", instance.ClusterName);
        Assert.Equal("running", instance.Status);
        Assert.Equal("ubuntu:24.04", instance.ImageUrl);
        Assert.Equal("auth-1", instance.ImageAuthId);
        Assert.Equal("sleep 1", instance.Command);
        Assert.Equal("/bin/sh", instance.Entrypoint);
        Assert.Equal((16, 62, 1), (instance.CpuNum, instance.Memory, instance.GpuNum));
        Assert.Equal("s: m", $"{instance.StatusError}");
        Assert.Equal(("vpc-1", "10.2.1.1", "vpc-1 10.2.1.1"), (instance.Network?.Id, instance.Network?.Ip, $"{instance.Network}"));
        Assert.Equal("22/tcp", $"{instance.PortMappings}");
        Assert.Equal("proxy.example:32787", Assert.Single(instance.PortMappings).Endpoint);
        Assert.Equal(("vol-1", "network 500 GB /data"), (Assert.Single(instance.VolumeMounts).Id, $"{instance.VolumeMounts}"));
        Assert.Equal((500, null), (Assert.Single(instance.Node).MaxRootfsSize, instance.Node[0].MaxLocalVolumeSize));
        Assert.Equal("up to 500 GB", $"{instance.Node}");
        Assert.Equal(("job-1", "saveImage", "saveImage job-1"), (Assert.Single(instance.Jobs).Id, instance.Jobs[0].Type, $"{instance.Jobs}"));
        Assert.Equal("1", Assert.Single(instance.Envs).Value);
        Assert.Equal(("gpu", "monthly"), (instance.Kind, instance.BillingMode));
        Assert.Equal(s_newYear, instance.EndTime?.ToUniversalTime());
        Assert.Equal((20, 7), (instance.FreeStorageSize, instance.KeepDataDay));
        Assert.Empty(instance.GetAdditionalData());
    }

    [Fact]
    public async Task The_ways_to_connect_are_read()
    {
        var instance = await ReadAsync("""
            "connectComponentSSH":{"sshCommand":"ssh -p 32787 root@proxy.example","password":"p1","isRunning":true},
            "connectComponentWebTerminal":{"address":"https://t.example","username":"root","password":"p2","isRunning":false},
            "connectComponentJupyter":{"port":"8888","address":"https://j.example","isRunning":true},
            "connectComponentLog":{"systemLogAddress":"https://s.example","instanceLogAddress":"https://i.example","isRunning":null}
            """);

        var (ssh, terminal, jupyter, log) = (instance.ConnectComponentSSH, instance.ConnectComponentWebTerminal, instance.ConnectComponentJupyter, instance.ConnectComponentLog);
        Assert.Equal(("ssh -p 32787 root@proxy.example", "p1", true), (ssh?.SshCommand, ssh?.Password?.Reveal(), ssh?.IsRunning));
        Assert.Equal(("https://t.example", "root", "p2", false), (terminal?.Address, terminal?.Username, terminal?.Password?.Reveal(), terminal?.IsRunning));
        Assert.Equal((8888, "https://j.example", true), (jupyter?.Port, jupyter?.Address, jupyter?.IsRunning));
        Assert.Equal(("https://s.example", "https://i.example", null), (log?.SystemLogAddress, log?.InstanceLogAddress, log?.IsRunning));
        Assert.Equal(
            ["ssh -p 32787 root@proxy.example", "https://t.example", "https://j.example", "https://i.example"],
            new object?[] { ssh, terminal, jupyter, log }.Select(connection => $"{connection}"));
    }

    [Fact]
    public async Task Members_that_left_the_documentation_are_read()
    {
        var instance = await ReadAsync("""
            "sshCommand":"ssh root@proxy.example","sshPassword":"hunter2","createdAt":"1767225600","lastStartedAt":1767225601,"lastStoppedAt":"1767225602",
            "useTime":"3600","productId":"4090.16c62g","productName":"RTX 4090","rootfsSize":"60","tools":["Jupyter",7,null,{}],"diskSize":"30",
            "instancePrice":"35000","localStoragePrice":0.005,"exitedLocalStoragePrice":"0.0025","spotStatus":"notified","spotReclaimTime":"1767225600"
            """);

        Assert.Equal(("ssh root@proxy.example", "hunter2"), (instance.SshCommand, instance.SshPassword?.Reveal()));
        Assert.Equal([0, 1, 2], new[] { instance.CreatedAt, instance.LastStartedAt, instance.LastStoppedAt }.Select(time => (time!.Value.ToUniversalTime() - s_newYear).TotalSeconds));
        Assert.All(new[] { instance.CreatedAt, instance.LastStartedAt, instance.LastStoppedAt }, time => Assert.Equal(DateTimeKind.Local, time?.Kind));
        Assert.Equal((3600m, 30m), (instance.UseTime, instance.DiskSize));
        Assert.Equal(("4090.16c62g", "RTX 4090", 60), (instance.ProductId, instance.ProductName, instance.RootfsSize));
        Assert.Equal("Jupyter, 7", $"{instance.Tools}");
        Assert.Equal((35000m, 0.005m, 0.0025m), (instance.InstancePrice, instance.LocalStoragePrice, instance.ExitedLocalStoragePrice));
        Assert.Equal("notified", instance.SpotStatus);
        Assert.Equal(s_newYear, instance.SpotReclaimTime?.ToUniversalTime());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"sshCommand\":\"\",\"sshPassword\":\"\",\"createdAt\":\"0\",\"lastStartedAt\":\"-1\",\"lastStoppedAt\":\"\",\"useTime\":\"\",\"tools\":[],\"diskSize\":\"\"")]
    [InlineData("\"sshCommand\":null,\"sshPassword\":null,\"createdAt\":null,\"lastStartedAt\":null,\"lastStoppedAt\":null,\"useTime\":null,\"tools\":null,\"diskSize\":null")]
    [InlineData("\"sshCommand\":{},\"sshPassword\":[],\"createdAt\":\"soon\",\"lastStartedAt\":{},\"lastStoppedAt\":1e300,\"useTime\":\"long\",\"tools\":\"none\",\"diskSize\":{}")]
    public async Task Those_are_null_where_they_are_not_as_they_were(string members)
    {
        var instance = await ReadAsync(members);

        Assert.Null(instance.SshCommand);
        Assert.Null(instance.SshPassword);
        Assert.All(new[] { instance.CreatedAt, instance.LastStartedAt, instance.LastStoppedAt }, time => Assert.Null(time));
        Assert.All(new[] { instance.UseTime, instance.DiskSize, instance.InstancePrice, instance.LocalStoragePrice, instance.ExitedLocalStoragePrice }, number => Assert.Null(number));
        Assert.Empty(instance.Tools);
    }

    [Theory]
    [InlineData("cpuNum", "16")]
    [InlineData("cpuNum", "\"16\"")]
    [InlineData("memory", "\"16\"")]
    [InlineData("gpuNum", "\"16\"")]
    [InlineData("freeStorageSize", "\"16\"")]
    [InlineData("freeStorageSize", "16")]
    [InlineData("keepDataDay", "\"16\"")]
    public async Task A_number_and_its_text_are_alike(string member, string value)
    {
        var instance = await ReadAsync($"\"{member}\":{value}");

        Assert.Equal(16, instance.CpuNum ?? instance.Memory ?? instance.GpuNum ?? instance.FreeStorageSize ?? instance.KeepDataDay);
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

    [Fact]
    public async Task Members_that_nobody_has_heard_of_are_kept()
    {
        var data = (await ReadAsync("\"gpuIds\":[1,2],\"connectComponentVnc\":{\"address\":\"a\",\"password\":\"hunter2\"}")).GetAdditionalData();

        Assert.Equal([1L, 2L], Assert.IsType<object?[]>(data["gpuIds"]));
        Assert.IsType<Secret>(Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(data["connectComponentVnc"])["password"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":\"\"}")]
    [InlineData("{\"id\":null,\"name\":\"hunter2\"}")]
    [InlineData("{\"instance\":{\"id\":\"hunter2\"}}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
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
