using Novita.Client.Waiting;
using Novita.Simulator.Faults;

namespace Novita.Client.Tests.Waiting;

/// <summary>Whether something in an instance answers, tried at real ports.</summary>
public sealed class ReadinessProbeTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static readonly InstanceGoal s_running = new(["running"]);

    private Session? _session;

    private Session Fleet => _session!;

    public async Task InitializeAsync() => _session = await Session.StartEmptyAsync();

    public async Task DisposeAsync() => await Fleet.DisposeAsync();

    [Fact]
    public async Task An_ssh_server_that_greets_answers()
    {
        await using var port = LoopbackPort.Greeting("SSH-2.0-OpenSSH_9.6\r\n");

        Assert.True(await AnswersAsync(null, Ssh($"ssh -p {port.Number} root@127.0.0.1")));
        Assert.True(await AnswersAsync(null, Ssh($"sshpass -p hunter2 ssh -p{port.Number} root@127.0.0.1")));
        Assert.True(await AnswersAsync(null, $"\"sshCommand\":\"ssh root@127.0.0.1 -p {port.Number}\""));
        Assert.True(await AnswersAsync(null, $"{Ssh("")},\"sshCommand\":\"ssh root@127.0.0.1 -p {port.Number}\""));
    }

    [Fact]
    public async Task An_ssh_server_that_takes_the_connection_and_says_nothing_does_not_answer()
    {
        await using var port = LoopbackPort.Silent();

        Assert.False(await AnswersAsync(null, Ssh($"ssh -p {port.Number} root@127.0.0.1")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"connectComponentSSH\":null")]
    [InlineData("\"connectComponentSSH\":{\"sshCommand\":\"\"}")]
    [InlineData("\"connectComponentSSH\":{\"sshCommand\":\"soon\"}")]
    [InlineData("\"connectComponentSSH\":{\"sshCommand\":\"ssh -p 99999999 root@127.0.0.1\"}")]
    [InlineData("\"connectComponentSSH\":{\"sshCommand\":\"ssh -p 0 root@127.0.0.1\"}")]
    [InlineData("\"connectComponentSSH\":{\"sshCommand\":\"ssh -p 22 root@xn--ü.example\"}")]
    public async Task An_ssh_server_without_an_address_does_not_answer(string members) => Assert.False(await AnswersAsync(null, members));

    [Fact]
    public async Task A_tcp_port_that_holds_the_connection_answers_greeting_or_not()
    {
        await using var silent = LoopbackPort.Silent();
        await using var greeting = LoopbackPort.Greeting("hi");

        Assert.True(await AnswersAsync(5432, Port(5432, "tcp", $"127.0.0.1:{silent.Number}")));
        Assert.True(await AnswersAsync(5432, Port(5432, "tcp", $"127.0.0.1:{greeting.Number}")));
    }

    [Fact]
    public async Task A_tcp_port_that_drops_the_connection_does_not_answer()
    {
        await using var port = LoopbackPort.HangingUp();

        Assert.False(await AnswersAsync(5432, Port(5432, "tcp", $"127.0.0.1:{port.Number}")));
        Assert.False(await AnswersAsync(null, Ssh($"ssh -p {port.Number} root@127.0.0.1")));
    }

    [Theory]
    [InlineData("tcp", "127.0.0.1:{0}")]
    [InlineData("http", "http://127.0.0.1:{0}")]
    public async Task A_port_where_nobody_listens_does_not_answer(string type, string endpoint)
    {
        var free = await LoopbackPort.FreeAsync();

        Assert.False(await AnswersAsync(5432, Port(5432, type, string.Format(null, endpoint, free))));
        Assert.Contains(Fleet.Events, told => told is { Kind: ClientEventKind.Step, Text: "instance a1: port 5432 does not answer yet" });
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(302, true)]
    [InlineData(401, true)]
    [InlineData(404, true)]
    [InlineData(500, true)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    public async Task A_web_server_answers_unless_a_gateway_answers_in_its_place_and_is_not_told_the_key(int status, bool expected)
    {
        await using var port = LoopbackPort.Http(status, status == 302 ? "Location: http://127.0.0.1:1/\r\n" : "");

        Assert.Equal(expected, await AnswersAsync(8888, Port(8888, "http", $"http://127.0.0.1:{port.Number}/lab")));

        var request = Assert.Single(port.Requests);
        Assert.StartsWith("GET /lab HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("User-Agent: Novita", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Authorization", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Fleet.Service.ApiKey, request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_server_is_reached_through_the_proxy_of_the_session()
    {
        await using var proxy = LoopbackPort.Http(200);
        using var test = new TestClient(
            options => options with { Proxy = new Uri($"http://127.0.0.1:{proxy.Number}") },
            Answers.Json(200, Bodies.Detail(Port(8888, "http", "http://lab.invalid/"))));

        Assert.True(await new ReadinessProbe(8888).IsDoneAsync(new(test.Client, "a1"), s_running, test.Call));

        Assert.StartsWith("GET http://lab.invalid/ HTTP/1.1\r\n", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"http\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"http\",\"endpoint\":\"\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"http\",\"endpoint\":\"http://\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"tcp\",\"endpoint\":\"nowhere\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"http\",\"endpoint\":\"ftp://127.0.0.1:1\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"http\",\"endpoint\":\"http://xn--ü.example\"}]")]
    [InlineData("\"portMappings\":[{\"port\":8888,\"type\":\"tcp\",\"endpoint\":\"xn--ü.example:22\"}]")]
    public async Task A_port_that_is_not_up_yet_does_not_answer(string members) => Assert.False(await AnswersAsync(8888, members));

    [Fact]
    public async Task An_instance_that_cannot_be_read_does_not_answer()
    {
        var probe = new ReadinessProbe(null);

        Assert.False(await probe.IsDoneAsync(Fleet.Awaited("none"), s_running, Fleet.Call));
        using var fault = Fleet.Service.Inject(StatusFaults.Of(503));
        Assert.False(await probe.IsDoneAsync(Fleet.Awaited("none"), s_running, Fleet.Call));
    }

    [Fact]
    public async Task Cancelling_ends_a_try()
    {
        using var stop = new CancellationTokenSource();
        await using var port = LoopbackPort.Silent();
        Fleet.Set("a1", "running", Ssh($"ssh -p {port.Number} root@127.0.0.1"));
        var attempt = new ReadinessProbe(null).IsDoneAsync(Fleet.Awaited("a1"), s_running, new CallContext(null, stop.Token));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attempt.WaitAsync(s_patience));
    }

    [Fact]
    public async Task The_time_out_of_the_wait_ends_a_try()
    {
        var clock = new TestClock { IsImpatient = false };
        await using var fleet = await Session.StartEmptyAsync(clock);
        await using var port = LoopbackPort.Silent();
        fleet.Set("a1", "running", Ssh($"ssh -p {port.Number} root@127.0.0.1"));
        var look = Wait(fleet, null).NextAsync();
        await port.Taken.WaitAsync(s_patience);

        clock.Advance(TimeSpan.FromSeconds(65));

        Assert.Contains("The instance is 'running', but SSH did not answer within 60 s.", Assert.Single((await look.WaitAsync(TimeSpan.FromSeconds(3)))!).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_goes_on_until_the_port_answers_and_reads_its_address_anew_each_time()
    {
        var free = await LoopbackPort.FreeAsync();
        await using var port = LoopbackPort.Http(200);
        Fleet.Set("a1", "running", Port(8888, "http", $"http://127.0.0.1:{free}"));
        var waiter = Wait(Fleet, 8888);

        Assert.Empty((await waiter.NextAsync())!);
        Fleet.Set("a1", "running", Port(8888, "http", $"http://127.0.0.1:{port.Number}"));
        var arrived = Assert.Single((await waiter.NextAsync())!);

        Assert.Null(arrived.Error);
        Assert.IsType<InstanceDetail>(arrived.Resource);
    }

    [Fact]
    public async Task A_wait_for_a_port_that_is_not_open_ends_at_the_second_look()
    {
        Fleet.Set("a1", "running", Port(8889, "http", "http://127.0.0.1:1"));
        var waiter = Wait(Fleet, 8888);

        Assert.Empty((await waiter.NextAsync())!);
        var error = Assert.Single((await waiter.NextAsync())!).Error;

        Assert.Equal(NovitaErrorKind.WaitUnreachable, error?.Kind);
        Assert.StartsWith("Port 8888 will not answer: the instance does not have it open, only 8889/http.", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_a_port_of_an_instance_that_tells_none_goes_on()
    {
        Fleet.Set("a1", "running");
        var waiter = Wait(Fleet, 8888);

        Assert.Empty((await waiter.NextAsync())!);
        Assert.Empty((await waiter.NextAsync())!);
    }

    [Fact]
    public async Task A_secret_that_is_a_part_of_the_address_does_not_hide_it_from_the_wait()
    {
        await using var port = LoopbackPort.Greeting("SSH-2.0-OpenSSH_9.6\r\n");

        Assert.True(await AnswersAsync(null, $"{Ssh($"ssh -p {port.Number} root@127.0.0.1")},\"tokenPort\":{port.Number}"));
    }

    [Theory]
    [InlineData(null, "SSH")]
    [InlineData(8888, "port 8888")]
    public void A_probe_says_what_it_tries(int? port, string expected) => Assert.Equal(expected, new ReadinessProbe(port).ToString());

    private static string Ssh(string command, string password = "hunter2") => $$"""
        "connectComponentSSH":{"sshCommand":"{{command}}","password":"{{password}}","isRunning":true}
        """;

    private static string Port(int port, string type, string endpoint) => $$"""
        "portMappings":[{"port":{{port}},"type":"{{type}}","endpoint":"{{endpoint}}"}]
        """;

    private static Waiter<Instance> Wait(Session fleet, int? port) => new(
        [fleet.Awaited("a1")],
        new InstanceGoal(["running"], new ReadinessProbe(port)),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(1),
        fleet.Call);

    private Task<bool> AnswersAsync(int? port, string members)
    {
        Fleet.Set("a1", "running", members);
        return new ReadinessProbe(port).IsDoneAsync(Fleet.Awaited("a1"), s_running, Fleet.Call);
    }
}
