using System.Management.Automation;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class InputTests : ServiceTest
{
    private const string New = "New-NovitaInstance -ProductId p -ImageUrl i";

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
    [InlineData(
        "New-NovitaInstance web -Prot 80 -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60",
        "New-NovitaInstance has no parameter '-Prot'")]
    [InlineData("Get-NovitaCharge -Month 2026-1", "'2026-1' is not a month")]
    [InlineData("Get-NovitaInvoice -StartMonth 2026-10 -EndMonth 2026-09", "must not be before StartMonth")]
    [InlineData("Get-NovitaInstanceMetric x -After ([datetime]::Now.AddSeconds(-30))", "60 s or more")]
    [InlineData("Get-NovitaInstanceMetric x -Latest -IntervalSec 60", "cannot be used with it")]
    [InlineData("Find-NovitaIdleInstance -Window 00:01:00", "00:01:00")]
    [InlineData("'a', 'b' | Get-NovitaInstanceLog -Follow", "one")]
    [InlineData("'a', 'b' | Save-NovitaInstanceImage -ImageUrl reg/x:1", "'reg/x:1'")]
    [InlineData("Get-NovitaProduct -MaxPrice 0", "MaxPrice is 0.00 USD, but must be more than 0.")]
    [InlineData("Measure-NovitaCost -ProductId x -Hours 1 -Month 1", "cannot be used together")]
    [InlineData("Measure-NovitaCost -ProductId x -Hours 0", "Hours is 0, but must be more than 0 and at most 87600.")]
    [InlineData("Measure-NovitaCost -ProductId x -Hours 87601", "Hours is 87601, but must be more than 0 and at most 87600.")]
    [InlineData($"{New} -GpuNum 9 -RootfsSize 60", "GpuNum is 9, but must be from 1 to 8.")]
    [InlineData(
        $"{New} -GpuNum 1 -RootfsSize 60 -JupyterPort 99 -Port (1..15 | ForEach-Object {{ \"$_/tcp\" }})",
        "16 ports and tools were given")]
    [InlineData($"{New} -GpuNum 1 -RootfsSize 60 -EnvironmentVariable @{{ '' = 1 }}", "The name of an environment variable is missing")]
    [InlineData($"{New} -GpuNum 1 -RootfsSize 60 -AutoRenew", "Only a subscription renews itself")]
    [InlineData(
        $"{New} -GpuNum 1 -RootfsSize 60 -ImageCredential ([pscredential]::new('a:b', (ConvertTo-SecureString p -AsPlainText -Force)))",
        "holds a colon")]
    [InlineData($"{New} -Cpu -LocalStorageMountPoint ('/' * 4096)", "LocalStorageMountPoint has 4096 characters")]
    [InlineData("'a', 'b' | Set-NovitaInstance", "nothing to set")]
    [InlineData("'a', 'b' | Set-NovitaInstance -Port 1/tcp -AddPort 2/tcp", "AddPort")]
    [InlineData("'a', 'b' | Set-NovitaInstance -Port 2222/tcp", "Port 2222 is reserved")]
    [InlineData("'a', 'b' | Set-NovitaInstance -RootfsSize 9", "RootfsSize is 9")]
    [InlineData("Set-NovitaInstance a -MigrateSystemDisk", "MigrateSystemDisk has no effect without AutoMigrate. Give -AutoMigrate $true")]
    [InlineData("Set-NovitaInstance a -AddPort 80/http -MigrateSystemDisk", "MigrateSystemDisk has no effect without AutoMigrate")]
    [InlineData("'a', 'b' | Update-NovitaInstance -KeepData", "nothing")]
    [InlineData("'a', 'b' | Update-NovitaInstance -ImageUrl ('x' * 501)", "ImageUrl has 501 characters")]
    [InlineData(
        "New-NovitaSubscription a -Month 1 -AutoRenewMonth 2",
        "AutoRenewMonth has no effect without AutoRenew. Give AutoRenew too")]
    [InlineData("Set-NovitaSubscription a -AutoRenew $false -AutoRenewMonth 2", "AutoRenewMonth has no effect without renewal")]
    [InlineData("Set-NovitaTemplate 1", "There is nothing to set")]
    [InlineData("Set-NovitaTemplate 1 -Port 2222/tcp", "Port 2222 is reserved")]
    [InlineData("New-NovitaTemplate x -ImageUrl ('i' * 501) -RootfsSize 60", "ImageUrl has 501 characters")]
    [InlineData("Set-NovitaNetworkStorage s1", "There is nothing to set")]
    [InlineData("New-NovitaNetworkStorage x -ClusterId us-ca-6 -Size 0", "Size is 0")]
    [InlineData("New-NovitaNetwork ('x' * 31) -ClusterId us-ca-6", "Name has 31 characters")]
    public async Task What_cannot_be_meant_is_one_error_that_names_it_before_any_request(string script, string told)
    {
        var service = await StartAsync(1);

        var run = Connect(service).Invoke(script);

        Assert.Equal(("RequestInvalid", ErrorCategory.InvalidArgument), (run.ErrorId, run.Error.CategoryInfo.Category));
        Assert.Contains(told, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Output);
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
    [InlineData("-Endpoint 'not an address'", "RequestInvalid", ErrorCategory.InvalidArgument, "address")]
    [InlineData("-Endpoint http://gpu.example/", "InsecureEndpoint", ErrorCategory.SecurityError, "gpu.example")]
    [InlineData(
        "-Endpoint https://gpu.example -Proxy http://xn--ü.example:8080",
        "RequestInvalid",
        ErrorCategory.InvalidArgument,
        "is not a proxy")]
    [InlineData(
        "-Endpoint http://127.0.0.1:1 -Proxy http://proxy.example:8080",
        "InsecureEndpoint",
        ErrorCategory.SecurityError,
        "is plain http")]
    public void An_endpoint_or_a_proxy_that_cannot_be_used_is_one_error(string parameters, string id, ErrorCategory category, string told)
    {
        var run = NewShell().With("key", "sk_something_long").Invoke($"Connect-Novita {parameters} -ApiKey $key");

        Assert.Equal(id, run.ErrorId);
        Assert.Equal(category, run.Error.CategoryInfo.Category);
        Assert.Contains(told, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.NotNull(run.Error.ErrorDetails.RecommendedAction);
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
