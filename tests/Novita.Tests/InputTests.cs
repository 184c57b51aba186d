using System.Management.Automation;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class InputTests : ServiceTest
{
    [Theory]
    [InlineData("Get-NovitaInstance -Name ('x' * 256)", "255")]
    [InlineData("Get-NovitaInstance -ProductName ('x' * 256)", "255")]
    [InlineData("Get-NovitaInstance -Status ('x' * 64)", "63")]
    [InlineData("Get-NovitaInstance -Name ''", "Name")]
    [InlineData("Get-NovitaInstance -PageSize 0", "PageSize")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -TimeoutSec 0", "TimeoutSec")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -ThrottleLimit 0", "ThrottleLimit")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -MaximumRetryCount -1", "MaximumRetryCount")]
    public async Task Values_out_of_range_are_refused_before_any_request(string script, string named)
    {
        var service = await StartAsync(1);
        var shell = Connect(service);

        var run = shell.Invoke(script);

        Assert.Contains(named, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Name 'tra[in'", "'tra[in' is not a valid wildcard")]
    [InlineData("Get-NovitaInstance -ProductName web, 'x['", "'x[' is not a valid wildcard")]
    [InlineData("Get-NovitaInstance -Status 'x['", "'x[' is not a valid wildcard")]
    [InlineData("Watch-NovitaInstance -Name 'x[' -Count 1", "'x[' is not a valid wildcard")]
    [InlineData("Get-NovitaSession 'x['", "'x[' is not a valid wildcard")]
    [InlineData("Wait-NovitaInstance -Id a -Status run*", "wildcards are not allowed")]
    [InlineData("Connect-Novita -Endpont $endpoint -ApiKey $key", "no parameter '-Endpont'")]
    public async Task Text_that_cannot_be_meant_is_named_before_any_request(string script, string told)
    {
        var service = await StartAsync(1);

        var run = Connect(service).Invoke(script);

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains(told, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_wait_for_a_status_that_nobody_documented_warns_and_goes_on()
    {
        var run = Connect(await StartAsync(new Simulator.SimulatedInstance { Status = "resting" })).Invoke("Get-NovitaInstance | Wait-NovitaInstance -Status resting");

        Assert.Contains("'resting' is not a documented value", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("not an address", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("ftp://127.0.0.1/", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("http://127.0.0.1:1/?a=b", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("http://someone:hidden@127.0.0.1:1/", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("https://xn--ü.example/", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("http://gpu.example/", "InsecureEndpoint", ErrorCategory.SecurityError)]
    public void An_endpoint_that_cannot_be_used_is_one_error(string endpoint, string id, ErrorCategory category)
    {
        var run = NewShell().With("endpoint", endpoint).With("key", "sk_something_long").Invoke("Connect-Novita -Endpoint $endpoint -ApiKey $key");

        Assert.Equal(id, run.ErrorId);
        Assert.Equal(category, run.Error.CategoryInfo.Category);
        Assert.DoesNotContain("hidden", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.NotNull(run.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_proxy_that_cannot_be_one_is_refused()
    {
        var run = NewShell().With("key", "sk_something_long").Invoke("Connect-Novita -Endpoint https://gpu.example -Proxy http://xn--ü.example:8080 -ApiKey $key");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains("is not a proxy", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_elsewhere_makes_plain_http_leave_this_machine()
    {
        var run = NewShell().With("key", "sk_something_long").Invoke("Connect-Novita -Endpoint http://127.0.0.1:1 -Proxy http://proxy.example:8080 -ApiKey $key");

        Assert.Equal("InsecureEndpoint", run.ErrorId);
    }

    [Fact]
    public void Plain_http_to_another_host_is_possible_when_it_is_asked_for()
    {
        var run = NewShell().With("key", "sk_something_long").Invoke("Connect-Novita -Endpoint http://gpu.example -ApiKey $key -AllowUnencryptedAuthentication -SkipValidation -PassThru");

        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("/team-a")]
    [InlineData("/team-a/")]
    public async Task A_path_in_the_endpoint_is_kept_as_a_prefix(string path)
    {
        var service = await StartAsync(new Simulator.SimulatorOptions { Instances = 3, PathPrefix = "/team-a" });
        var shell = NewShell(service).With("endpoint", new Uri(service.Endpoint, path));

        Assert.Equal(3, shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key; Get-NovitaInstance").Length);
        Assert.All(service.Requests, request => Assert.Equal("/team-a/gpu-instance/openapi/v1/gpu/instances", request.Path));
    }
}
