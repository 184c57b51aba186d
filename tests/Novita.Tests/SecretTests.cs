using System.Management.Automation;
using System.Net;
using System.Text;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>Secrets given in the wrong place or form, and in prompts. The streams of the cmdlets are searched in a real pwsh.</summary>
public sealed class SecretTests : ServiceTest
{
    private const string Hidden = "hidden-password";
    private const string New = "New-NovitaInstance -ProductId 4090.16c62g -ImageUrl i -GpuNum 1 -RootfsSize 60";

    [Theory]
    [InlineData("Connect-Novita -ApiKey @($hidden, 1)", Hidden)]
    [InlineData("Connect-Novita -ApiKey @{ key = $hidden }", Hidden)]
    [InlineData("Connect-Novita -ApiKey ([uri] $hidden)", Hidden)]
    [InlineData("Connect-Novita -Proxy $hidden", $"http://someone:{Hidden}@h:99999")]
    [InlineData("Connect-Novita -Endpoint $hidden", $"http://someone:{Hidden}@h:99999")]
    [InlineData("Connect-Novita -Endpoint @{ a = $hidden }", Hidden)]
    [InlineData("Connect-Novita -Credential $hidden", Hidden)]
    [InlineData($"{New} -ImageCredential $hidden", $"someone:{Hidden}")]
    [InlineData($"{New} -EnvironmentVariable $hidden", $"TOKEN={Hidden}")]
    [InlineData("Update-NovitaInstance x -EnvironmentVariable $hidden", $"TOKEN={Hidden}")]
    [InlineData("New-NovitaRegistryCredential ghcr $hidden", $"user:{Hidden}")]
    public Task What_cannot_be_converted_is_not_quoted(string script, string hidden) =>
        AssertNotQuotedAsync(script, hidden, "ParameterArgumentTransformationError");

    [Theory]
    [InlineData("Connect-Novita prod $hidden", Hidden)]
    [InlineData("Connect-Novita -ApiKey prod $hidden more", Hidden)]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", Hidden)]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", $"https://h.example/?to=me@h&key={Hidden}#{Hidden}")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", $"someone:{Hidden}")]
    [InlineData("Connect-Novita -Endpoint $hidden -ApiKey any", $"http://someone:{Hidden}@h.example/")]
    [InlineData("Connect-Novita -Proxy $hidden -ApiKey any", $"ftp://someone:{Hidden}@h.example/")]
    [InlineData($"{New} web $hidden", Hidden)]
    [InlineData("New-NovitaRegistryCredential ghcr $credential $hidden", Hidden)]
    public Task What_cannot_be_used_is_not_quoted(string script, string hidden) => AssertNotQuotedAsync(script, hidden, "RequestInvalid");

    [Fact]
    public async Task A_proxys_password_is_used_and_never_shown()
    {
        var service = await StartAsync();

        var run = NewShell(service).With("proxy", $"http://someone:{Hidden}@127.0.0.1:9/").Invoke("""
            Connect-Novita -Endpoint http://gpu.example -AllowUnencryptedAuthentication -ApiKey $key -Proxy $proxy `
                -MaximumRetryCount 0 -Verbose -Debug
            """);

        Assert.Equal("ConnectionFailed", run.ErrorId);
        Assert.Contains("through the proxy 127.0.0.1:9 failed", run.Error.Exception.Message, StringComparison.Ordinal);
        AssertHidden(run, service.ApiKey, Hidden);
    }

    [Theory]
    [InlineData($"{New} -Name web -JupyterPort 8889 -ImageCredential $credential -EnvironmentVariable $variables")]
    [InlineData("Get-NovitaInstance | Update-NovitaInstance -EnvironmentVariable $variables")]
    public async Task No_prompt_shows_a_secret(string script)
    {
        var instance = new SimulatedInstance { Name = "web", Envs = [new("TOKEN", Hidden)] };
        var host = new AnsweringHost();
        var shell = Connect(await StartAsync(instance), host)
            .With("credential", Credential(Hidden))
            .With("variables", new Dictionary<string, string> { ["TOKEN"] = Hidden });

        shell.Output($"{script} -WhatIf; {script} -Confirm");

        var shown = $"{host.Shown} {Assert.Single(host.Questions)}";
        Assert.Contains("web", shown, StringComparison.Ordinal);
        Assert.All(instance.Secrets.Append(Hidden), secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));
    }

    private static PSCredential Credential(string password) => new("me", new NetworkCredential("", password).SecurePassword);

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
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private async Task AssertNotQuotedAsync(string script, string hidden, string id)
    {
        var service = await StartAsync(0);

        var run = Connect(service).With("hidden", hidden).With("credential", Credential("any")).Invoke(script);

        Assert.Equal(id, run.ErrorId);
        AssertHidden(run, Hidden);
        Assert.Empty(service.Requests);
    }
}
