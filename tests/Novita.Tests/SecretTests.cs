using System.Management.Automation;
using System.Text;
using Microsoft.AspNetCore.Http;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class SecretTests : ServiceTest
{
    private const string Password = "sim-password-of-an-instance";

    [Theory]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -PassThru -Verbose -Debug")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $secure -PassThru -Verbose -Debug")]
    [InlineData("$key | Connect-Novita -Endpoint $endpoint -PassThru -Verbose -Debug")]
    [InlineData("$secure | Connect-Novita -Endpoint $endpoint -PassThru -Verbose -Debug")]
    [InlineData("Connect-Novita -Endpoint $endpoint -Credential $credential -PassThru -Verbose -Debug")]
    [InlineData("$env:NOVITA_API_KEY = $key; Connect-Novita -Endpoint $endpoint -PassThru -Verbose -Debug")]
    public async Task The_key_is_in_nothing_that_a_run_says(string connect)
    {
        var service = await StartAsync();
        service.Fleet.Add(new SimulatedInstance { Extra = new SimulatedInstance().Extra.Add("sshPassword", Password) });
        var shell = NewShell(service, service.ApiKey);

        var run = shell.Invoke($"{connect}; Get-NovitaInstance -All -Verbose -Debug; Get-NovitaSession; (Get-NovitaInstance -First 1).GetAdditionalData().Values");

        Assert.Null(run.Terminating);
        Assert.NotEmpty(run.Verbose);
        Assert.NotEmpty(run.Debug);
        AssertHidden(run, service.ApiKey, Password);
    }

    [Theory]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -Verbose -Debug")]
    [InlineData("$key | Connect-Novita -Endpoint $endpoint -Verbose -Debug")]
    [InlineData("$env:NOVITA_API_KEY = $key; $env:NOVITA_ENDPOINT = $endpoint; Get-NovitaInstance -Verbose -Debug")]
    public async Task A_service_that_quotes_the_key_does_not_bring_it_into_the_error(string script)
    {
        const string Wrong = "sk_wrong_key_of_someone";
        var service = await StartAsync();
        using var echo = service.Intercept(async (context, _) =>
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync(new { code = 401, reason = Wrong, message = $"'{context.Request.Headers.Authorization}' is no key: {string.Join(' ', Writings(Wrong))}" });
        });

        var run = NewShell(service, Wrong).Invoke(script);

        Assert.Equal("ApiKeyRefused", run.ErrorId);
        Assert.Contains("********", run.Error.Exception.Message, StringComparison.Ordinal);
        AssertHidden(run, Wrong);
    }

    [Theory]
    [InlineData("Connect-Novita -ApiKey @($key, 1)")]
    [InlineData("Connect-Novita -ApiKey @{ key = $key }")]
    [InlineData("Connect-Novita -ApiKey ([uri]$key)")]
    public void A_key_of_the_wrong_kind_is_refused_without_quoting_it(string script)
    {
        var run = NewShell().With("key", "sk_some_key_of_someone").Invoke(script);

        Assert.StartsWith("ParameterArgumentTransformationError", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertHidden(run, "sk_some_key_of_someone");
    }

    [Theory]
    [InlineData("Connect-Novita prod $key")]
    [InlineData("Connect-Novita -ApiKey prod $key more")]
    public void A_key_in_the_wrong_place_is_refused_without_quoting_it(string script)
    {
        var run = NewShell().With("key", "sk_some_key_of_someone").Invoke(script);

        Assert.Equal("RequestInvalid", run.ErrorId);
        AssertHidden(run, "sk_some_key_of_someone");
    }

    [Theory]
    [InlineData("Connect-Novita -Proxy $hidden", "http://someone:hidden-password@h:99999")]
    [InlineData("Connect-Novita -Endpoint $hidden", "http://someone:hidden-password@h:99999")]
    [InlineData("Connect-Novita -Endpoint @{ a = $hidden }", "hidden-password")]
    [InlineData("Connect-Novita -Credential $hidden", "hidden-password")]
    [InlineData("New-NovitaInstance -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60 -ImageCredential $hidden", "someone:hidden-password")]
    [InlineData("New-NovitaInstance -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60 -EnvironmentVariable $hidden", "TOKEN=hidden-password")]
    [InlineData("Update-NovitaInstance x -EnvironmentVariable $hidden", "TOKEN=hidden-password")]
    public void What_cannot_be_converted_is_not_quoted(string script, string hidden)
    {
        var run = NewShell().With("hidden", hidden).Invoke(script);

        Assert.StartsWith("ParameterArgumentTransformationError", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertHidden(run, "hidden-password");
    }

    [Theory]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", "hidden-password")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", "https://h.example/?key=hidden-password")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", "https://h.example/?to=me@h&key=hidden-password#hidden-password")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", "someone:hidden-password")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", "http://someone:hidden-password@h.example/")]
    [InlineData("Connect-Novita -Proxy $hidden -ApiKey any", "ftp://someone:hidden-password@h.example/")]
    [InlineData("Connect-Novita -Proxy $hidden -ApiKey any", "hidden-password")]
    [InlineData("New-NovitaInstance web $hidden -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60", "hidden-password")]
    public void What_cannot_be_used_is_not_quoted(string script, string hidden)
    {
        var run = NewShell().With("hidden", hidden).Invoke(script);

        Assert.Equal("RequestInvalid", run.ErrorId);
        AssertHidden(run, "hidden-password");
    }

    [Fact]
    public void A_parameter_that_there_is_not_is_named() =>
        Assert.Contains("New-NovitaInstance has no parameter '-Prot'", NewShell().Invoke("New-NovitaInstance web -Prot 80 -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60").Error.Exception.Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_proxys_password_is_used_and_never_shown()
    {
        var service = await StartAsync();

        var run = NewShell(service).With("proxy", "http://someone:hidden-password@127.0.0.1:9/").Invoke("Connect-Novita -Endpoint http://gpu.example -AllowUnencryptedAuthentication -ApiKey $key -Proxy $proxy -MaximumRetryCount 0 -Verbose -Debug");

        Assert.Equal("ConnectionFailed", run.ErrorId);
        Assert.Contains("through the proxy 127.0.0.1:9 failed", run.Error.Exception.Message, StringComparison.Ordinal);
        AssertHidden(run, service.ApiKey, "hidden-password");
    }

    private static void AssertHidden(Run run, params string[] secrets)
    {
        var said = new StringBuilder();
        foreach (var item in (IEnumerable<object?>)[.. run.Output, .. run.Errors, run.Terminating, run.Terminating?.Exception, run.Terminating?.InvocationInfo.Line])
        {
            said.AppendLine(PSSerializer.Serialize(item, 3));
        }

        for (var error = run.Terminating?.Exception; error is not null; error = error.InnerException)
        {
            said.AppendLine(error.ToString());
        }

        said.AppendJoin('\n', [.. run.Verbose, .. run.Debug, .. run.Warnings]);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, said.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.All(Writings(secret), writing => Assert.DoesNotContain(writing, said.ToString(), StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Ways in which a service may quote what it was sent.</summary>
    private static string[] Writings(string secret) =>
    [
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($":{secret}")),
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        secret.ToUpperInvariant(),
    ];

    private Shell NewShell(SimulatedService service, string key)
    {
        var secure = new System.Net.NetworkCredential("", key).SecurePassword;
        return NewShell(service).With("key", key).With("secure", secure).With("credential", new PSCredential("anyone", secure));
    }
}
