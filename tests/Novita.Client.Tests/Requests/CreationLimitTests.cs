using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>The limits of what can be created: the last value that will do, and the first that will not.</summary>
public sealed class CreationLimitTests
{
    private const int None = -1;

    /// <summary>What is limited, with a value or of a length: what the message calls it, and the range.</summary>
    private static readonly Dictionary<string, (Func<int, NewInstance> Of, string Name, int Least, int Most)> s_limits = new()
    {
        ["Name"] = (length => Wanted.Gpu with { Name = Text(length) }, "Name", None, 255),
        ["ProductId"] = (length => Wanted.Gpu with { ProductId = Text(length) }, "ProductId", 1, 255),
        ["ImageUrl"] = (length => Wanted.Gpu with { ImageUrl = Text(length) }, "ImageUrl", 1, 500),
        ["ImageAuth"] = (length => Wanted.Gpu with { ImageAuth = Text(length) }, "ImageAuth", None, 10239),
        ["Command"] = (length => Wanted.Gpu with { Command = Text(length) }, "Command", None, 2047),
        ["Entrypoint"] = (length => Wanted.Gpu with { Entrypoint = Text(length) }, "Entrypoint", None, 2047),
        ["ClusterId"] = (length => Wanted.Gpu with { ClusterId = Text(length) }, "ClusterId", None, 255),
        ["LocalStorageMountPoint"] = (length => Wanted.Cpu with { LocalStorageMountPoint = Text(length) }, "LocalStorageMountPoint", 1, 4095),
        ["MinCudaVersion"] = (length => Wanted.Gpu with { MinCudaVersion = Text(length) }, "MinCudaVersion", None, 255),
        ["Variable's name"] = (length => Wanted.Gpu with { Variables = [new(Text(length), "v")] }, "name of an environment variable", 1, 511),
        ["Variable's value"] = (length => Wanted.Gpu with { Variables = [new("TOKEN", Text(length))] }, "'TOKEN'", None, 4095),
        ["Variables"] = (count => Wanted.Gpu with { Variables = Wanted.Variables(count) }, "environment variables", None, 100),
        ["Storage's id"] = (length => Wanted.Gpu with { NetworkStorages = [new() { Id = Text(length) }] }, "id of a network storage", 1, 255),
        ["Storage's mount point"] = (length => Wanted.Gpu with { NetworkStorages = [new() { Id = "vol-1", MountPoint = Text(length) }] }, "'vol-1'", 1, 4095),
        ["Storages"] = (count => Wanted.Gpu with { NetworkStorages = Wanted.Storages(count) }, "network storages", None, 30),
        ["Ports"] = (count => Wanted.Gpu with { Ports = Wanted.Ports(count) }, "ports and tools", None, 15),
        ["Ports and a tool"] = (count => Wanted.Gpu with { Ports = Wanted.Ports(count - 1), JupyterPort = 8888 }, "ports and tools", None, 15),
        ["Port"] = (port => Wanted.Gpu with { Ports = [new PortMapping("80/http") { Port = port }] }, "A port", 1, 65535),
        ["JupyterPort"] = (port => Wanted.Gpu with { JupyterPort = port }, "A port", 1, 65535),
        ["GpuNum"] = (number => Wanted.Gpu with { GpuNum = number }, "GpuNum", 1, 8),
        ["RootfsSize"] = (size => Wanted.Gpu with { RootfsSize = size }, "RootfsSize", 10, 6144),
        ["AutoRenewMonth"] = (months => Wanted.Gpu with { Month = 1, AutoRenewMonth = months }, "AutoRenewMonth", 1, 12),
    };

    public static TheoryData<string> Limits => [.. s_limits.Keys];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_keeps_to_a_limit_is_sent(string limit)
    {
        var (of, _, least, most) = s_limits[limit];
        foreach (var size in new[] { Math.Max(least, 1), most })
        {
            using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

            Assert.Equal("a1", await test.Client.CreateInstanceAsync(of(size), test.Call));
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_breaks_a_limit_is_refused_by_name_value_and_remedy_and_nothing_is_sent(string limit)
    {
        var (of, name, least, most) = s_limits[limit];
        foreach (var size in least > None ? new[] { least - 1, most + 1 } : [most + 1])
        {
            var message = await RefusalAsync(of(size));

            Assert.Contains(name, message, StringComparison.Ordinal);
            Assert.Contains(size == 0 && message.Contains("missing", StringComparison.Ordinal) ? "It is needed" : $"{size} ", message.Replace(',', ' '), StringComparison.Ordinal);
            Assert.Contains($"{most}", message, StringComparison.Ordinal);
            Assert.DoesNotContain("ZZZ", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2222)]
    [InlineData(2223)]
    [InlineData(2224)]
    public async Task The_services_own_ports_are_refused_for_ports_and_for_tools(int port)
    {
        Assert.Contains($"Port {port} is reserved", await RefusalAsync(Wanted.Gpu with { Ports = [new($"{port}/tcp")] }), StringComparison.Ordinal);
        Assert.Contains($"Port {port} is reserved", await RefusalAsync(Wanted.Gpu with { JupyterPort = port }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2221)]
    [InlineData(2225)]
    public async Task The_neighbours_of_the_services_own_ports_are_not_refused(int port)
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        await test.Client.CreateInstanceAsync(Wanted.Gpu with { Ports = [new($"{port}/tcp")] }, test.Call);

        Assert.Equal(1, test.Handler.Count);
    }

    [Fact]
    public async Task A_port_that_is_given_twice_is_refused_with_both() => Assert.Contains(
        "Port 8080 is given twice: 8080/http, 8080/tcp",
        await RefusalAsync(Wanted.Gpu with { Ports = [new("8080/http"), new("80/http"), new("8080/tcp")] }),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_month_is_not_negative() =>
        Assert.Contains("Month is -1, but must be 0 or more", await RefusalAsync(Wanted.Gpu with { Month = -1 }), StringComparison.Ordinal);

    [Fact]
    public async Task A_long_name_of_a_variable_is_shortened_and_made_visible_where_its_value_is_refused()
    {
        var message = await RefusalAsync(Wanted.Gpu with { Variables = [new($"\u001b{new string('N', 300)}", new string('Z', 5000))] });

        Assert.Contains("'`u{1b}NNN", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 250);
    }

    [Fact]
    public void A_user_of_a_registry_has_no_colon()
    {
        Assert.Equal("user:pa:ss", NewInstance.JoinImageAuth("user", "pa:ss"));
        var error = Assert.Throws<NovitaException>(() => NewInstance.JoinImageAuth("us:er", "hunter2"));
        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Tries to create it, and gives the message.</summary>
    private static async Task<string> RefusalAsync(NewInstance instance)
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateInstanceAsync(instance, test.Call));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Equal(0, test.Handler.Count);
        Assert.Equal(0, error.Attempts);
        Assert.False(error.MayHaveHappened);
        return error.Message;
    }

    private static string Text(int length) => new('Z', length);

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(0, "onDemand", false, null)]
    [InlineData(0, "spot", null, null)]
    [InlineData(1, null, true, 12)]
    [InlineData(120, "monthly", true, 1)]
    [InlineData(1, "MONTHLY", null, null)]
    [InlineData(null, "monthly", true, 3)]
    [InlineData(null, "aNewOne", null, null)]
    public async Task What_goes_together_is_sent(int? month, string? mode, bool? renew, int? renewMonth)
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        await test.Client.CreateInstanceAsync(Wanted.Gpu with { Month = month, BillingMode = mode, AutoRenew = renew, AutoRenewMonth = renewMonth }, test.Call);

        Assert.Equal(1, test.Handler.Count);
    }

    [Theory]
    [InlineData("onDemand")]
    [InlineData("spot")]
    [InlineData("aNewOne")]
    public async Task A_subscription_is_not_paid_in_another_way(string mode)
    {
        var message = await RefusalAsync(Wanted.Gpu with { Month = 3, BillingMode = mode });

        Assert.Contains("Month is 3", message, StringComparison.Ordinal);
        Assert.Contains($"BillingMode is '{mode}'", message, StringComparison.Ordinal);
        Assert.Contains("Leave one of them out", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, true, null)]
    [InlineData(0, null, true, null)]
    [InlineData(null, "spot", true, null)]
    [InlineData(null, "onDemand", null, 3)]
    [InlineData(0, null, false, 3)]
    public async Task Only_a_subscription_renews_itself(int? month, string? mode, bool? renew, int? renewMonth) => Assert.Contains(
        "Only a subscription renews itself. Give Month too",
        await RefusalAsync(Wanted.Gpu with { Month = month, BillingMode = mode, AutoRenew = renew, AutoRenewMonth = renewMonth }),
        StringComparison.Ordinal);
}
