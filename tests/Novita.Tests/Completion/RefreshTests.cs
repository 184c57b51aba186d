using System.Diagnostics;
using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Completion;

/// <summary>Completion learns what there is in the background: it never waits long, never fails, and does not repeat itself.</summary>
[Collection(ProcessWide.Name)]
public sealed class RefreshTests : ServiceTest
{
    private const string Line = "Get-NovitaInstance -Name ";

    // Far more than it may take, and far less than the 20 s after which a reading that hangs is given up.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_first_completion_after_connecting_knows_the_fleet()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = Connect(service);

        await UntilAsync(() => Names(shell) is ["web"]);
    }

    [Fact]
    public async Task A_list_is_read_again_after_half_a_minute_and_not_before()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatedInstance { Name = "first" });
        var shell = Connect(service);
        shell.Output("Get-NovitaInstance");

        await ReadAsync(service, shell);
        service.Fleet.Add(new SimulatedInstance { Name = "second" });
        var requests = service.Requests.Count;
        time.Provider.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(["first"], Names(shell));
        await Task.Delay(300);
        Assert.Equal(["first"], Names(shell));
        Assert.Equal(requests, service.Requests.Count);

        time.Provider.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => Names(shell) is ["first", "second"]);
    }

    [Fact]
    public async Task What_is_gone_is_forgotten_when_the_whole_list_was_read()
    {
        UseFastTime();
        var service = await StartAsync(new SimulatedInstance { Id = "1", Name = "stays" }, new() { Id = "2", Name = "goes" });
        var shell = Connect(service);
        shell.Output("Get-NovitaInstance -All");
        service.Fleet.Remove("2");

        await UntilAsync(() => Names(shell) is ["stays"]);
    }

    [Fact]
    public async Task A_large_fleet_is_read_in_part_and_forgotten_in_none()
    {
        var service = await StartAsync(1500);
        var shell = Connect(service);
        shell.Output("Get-NovitaInstance -All -PageSize 500");
        service.Requests.Clear();

        await ReadAsync(service, shell);

        Assert.InRange(service.Requests.Count, 10, 12);
        Assert.Equal(1500, shell.Complete("Get-NovitaInstance -Id ").Length);
    }

    [Fact]
    public async Task What_is_remembered_is_bounded()
    {
        var shell = Connect(await StartAsync(10_500));

        shell.Output("$null = Get-NovitaInstance -All -PageSize 1000");

        Assert.InRange(shell.Complete("Get-NovitaInstance -Id ").Length, 8_000, 10_000);
    }

    [Fact]
    public async Task A_service_that_hangs_is_not_waited_for()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = Connect(service);
        var release = new TaskCompletionSource();
        using var hang = service.Intercept(async (context, next) =>
        {
            await release.Task;
            await next(context);
        });

        var watch = Stopwatch.StartNew();
        var found = Enumerable.Range(0, 3).SelectMany(_ => Names(shell)).ToList();

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(3 * 150), s_soon);
        Assert.Empty(found);
        await UntilAsync(() => service.Requests.Count == 1);

        release.SetResult();
        await UntilAsync(() => Names(shell) is ["web"]);
    }

    [Fact]
    public async Task What_was_seen_is_offered_while_the_service_hangs()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = Connect(service);
        shell.Output("Get-NovitaInstance");
        service.Requests.Clear();
        using var hang = service.Intercept((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal(["web"], Names(shell));
        await UntilAsync(() => service.Requests.Count == 1);
    }

    [Fact]
    public async Task Disconnecting_ends_a_reading()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = Connect(service);
        var cut = new TaskCompletionSource();
        using var hang = service.Intercept(async (context, _) =>
        {
            context.RequestAborted.Register(cut.SetResult);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        Assert.Empty(Names(shell));
        await UntilAsync(() => service.Requests.Count == 1);

        shell.Output("$session = Get-NovitaSession; Disconnect-Novita");

        await cut.Task.WaitAsync(s_soon);
        Assert.Empty(Names(shell));
        Assert.Empty(Names(shell, "Get-NovitaInstance -Session $session -Name "));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(200)]
    public async Task A_failure_shows_nothing_and_is_not_repeated(int status)
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var failure = service.Inject(StatusFaults.Empty(status));

        Assert.Empty(Names(shell));
        await UntilAsync(() => service.Requests is { Count: 1, Concurrent: 0 });
        await Task.Delay(300);
        Assert.Empty(Names(shell));
        await Task.Delay(300);

        Assert.Single(service.Requests);
        Assert.Empty(shell.Output("$Error"));
    }

    [Fact]
    public async Task A_key_that_the_service_never_took_or_takes_no_more_is_not_sent()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        var shell = NewShell(service);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -SkipValidation");

        Assert.Empty(Names(shell));
        Assert.Empty(service.Requests);

        shell.Output("Get-NovitaInstance");
        Assert.Equal(["web"], Names(shell));

        using var refusal = service.Inject(StatusFaults.Of(401));
        Assert.Equal("ApiKeyRefused", shell.Invoke("Get-NovitaInstance").ErrorId);
        service.Requests.Clear();
        Names(shell);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task The_environment_is_used_only_where_a_cmdlet_has_used_it()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        Environment.Set("NOVITA_API_KEY", service.ApiKey).Set("NOVITA_ENDPOINT", service.Endpoint.ToString());
        var shell = NewShell();

        Assert.Empty(Names(shell));
        Assert.Empty(Names(shell, "Get-NovitaInstance -Session env:NOVITA_API_KEY -Name "));
        Assert.Empty(service.Requests);

        shell.Output("Get-NovitaInstance");
        Assert.Equal(["web"], Names(shell));
        Assert.Equal(["web"], Names(shell, "Get-NovitaInstance -Session env:NOVITA_API_KEY -Name "));

        Environment.Set("NOVITA_ENDPOINT", "nonsense");
        Assert.Empty(Names(shell));
        Environment.Set("NOVITA_API_KEY", "another-key-0123");
        Assert.Empty(Names(shell));
    }

    [Fact]
    public void Without_a_session_there_is_nothing_and_no_error()
    {
        var shell = NewShell();

        Assert.Empty(Names(shell));
        Assert.Empty(Names(shell, "New-NovitaInstance -ProductId "));
        Assert.Empty(Names(shell, "Stop-NovitaInstance -Id "));
        Assert.Empty(shell.Output("$Error"));
    }

    [Fact]
    public async Task A_worker_completes_through_the_session_that_is_lent_to_it_also_in_constrained_language()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web" });
        ConnectAndSee(service);
        using var shell = new Shell(language: PSLanguageMode.ConstrainedLanguage).With("line", Line);

        Assert.Equal("web", shell.Output("(TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText").Single().ToString());
    }

    /// <summary>Completes and waits until the reading that this begins is over.</summary>
    private static async Task ReadAsync(SimulatedService service, Shell shell)
    {
        var before = service.Requests.Count;
        Names(shell);
        var last = -1;
        await UntilAsync(() => service.Requests.Count > before && service.Requests.Concurrent == 0 && last == (last = service.Requests.Count), pause: 250);
    }

    private static async Task UntilAsync(Func<bool> isTrue, int pause = 50)
    {
        for (var watch = Stopwatch.StartNew(); !isTrue(); await Task.Delay(pause))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        }
    }

    private static string[] Names(Shell shell, string line = Line) =>
        [.. shell.Complete(line).Where(choice => choice.ResultType == CompletionResultType.ParameterValue).Select(choice => choice.CompletionText)];
}
