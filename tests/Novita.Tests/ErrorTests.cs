using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ErrorTests : ServiceTest
{
    [Fact]
    public async Task A_page_that_fails_for_good_loses_nothing_before_it_and_scripts_can_read_what_failed()
    {
        var service = await StartAsync(250);
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Inject(StatusFaults.Named(503, "SERVICE_NOT_AVAILABLE"), request => request.Query["pageNum"] == "2");

        var texts = shell.Texts("""
            try { $rows = @(); Get-NovitaInstance -All | ForEach-Object { $rows += $_ } }
            catch { $rows.Count; $_.Exception.ForEach{ $_.StatusCode; $_.Reason; $_.Attempts; $_.Page; $_.Message } }
            """);

        Assert.Equal(["200", "503", "SERVICE_NOT_AVAILABLE", "1", "2"], texts[..5]);
        Assert.Contains("no (SERVICE_NOT_AVAILABLE, HTTP 503)", texts[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_stays_as_it_is_and_is_named_without_what_a_terminal_obeys()
    {
        const string Odd = "a\u001b\u202eb";
        var service = await StartAsync(1);
        var shell = Connect(service, "-MaximumRetryCount 0").With("odd", Odd);

        var missing = shell.Invoke("Get-NovitaInstance -Name $odd -Exact -All").Error;
        await service.DisposeAsync();
        var failed = shell.Invoke("Get-NovitaInstance -Name $odd").Error;

        Assert.Equal((Odd, "a`u{1b}`u{202e}b"), (missing.TargetObject, missing.CategoryInfo.TargetName));
        Assert.Equal(((Uri)failed.TargetObject).AbsoluteUri, failed.CategoryInfo.TargetName);
    }
}
