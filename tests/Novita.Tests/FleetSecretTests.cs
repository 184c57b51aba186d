using System.Management.Automation;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>Passwords, tokens and values of variables while a fleet is worked with.</summary>
public sealed class FleetSecretTests : ServiceTest
{
    private const string Variable = "value-of-a-variable";
    private const string ImagePassword = "password-of-a-registry";
    private const string New = Asked + " -Confirm:$false";
    private const string Asked = "New-NovitaInstance -Name web -ProductId 4090.16c62g -ImageUrl ubuntu -GpuNum 1 -RootfsSize 60 -JupyterPort 8889 -ImageCredential $login -EnvironmentVariable $variables";

    private readonly SimulatedInstance _instance = new()
    {
        Name = "web",
        Tools = [new("Jupyter", 8889, "http")],
        Envs = [new("TOKEN", Variable)],
        PortMappings = [new(8888, "http")],
    };

    [Theory]
    [InlineData("Get-NovitaInstance -Id $id")]
    [InlineData("Get-NovitaInstance -All | Get-NovitaInstance")]
    public async Task A_detail_shows_no_password_and_no_token_in_any_form(string script)
    {
        var service = await StartAsync(_instance);
        var shell = ConnectFor(service, _instance.Id);

        var run = shell.Invoke($"$d = {script} -Verbose -Debug; $d; $d.PSObject.Properties.Value; $d.ConnectComponentSSH; $d.ConnectComponentWebTerminal; $d.ConnectComponentJupyter; $d.ConnectComponentLog; $d.SshPassword; $d.SshCommand; $d.GetAdditionalData().Values");

        Assert.Empty(run.Errors);
        Assert.NotEmpty(run.Debug);
        AssertHidden(Said(run), service, _instance.Secrets);
        Assert.Equal(_instance.Secrets.Order(), shell.Output("$d.ConnectComponentSSH.Password.Reveal(); $d.ConnectComponentWebTerminal.Password.Reveal(); $d.ConnectComponentJupyter.RevealAddress()").Select(text => text.ToString().Split("token=")[^1]).Order());
        Assert.Equal(_instance.SshPassword, shell.Output("$d.SshPassword.Reveal()").Single().ToString());
    }

    [Fact]
    public async Task A_value_of_a_variable_is_in_the_serialised_object_and_nowhere_else()
    {
        var service = await StartAsync(_instance);

        var run = ConnectFor(service, _instance.Id).Invoke("$d = Get-NovitaInstance -Id $id -Verbose -Debug; \"$d $($d.Envs) $($d.Envs[0])\"; Get-NovitaInstance -Verbose -Debug | ForEach-Object { \"$_ $($_.Envs)\" }");

        Assert.DoesNotContain(Variable, Said(run), StringComparison.Ordinal);
        Assert.Contains(Variable, PSSerializer.Serialize(ConnectFor(service, _instance.Id).Output("Get-NovitaInstance -Id $id").Single(), 3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Id $id")]
    [InlineData("Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance | Restart-NovitaInstance -PassThru -Verbose -Debug")]
    [InlineData("Stop-NovitaInstance -Id $id -PassThru -Verbose -Debug")]
    [InlineData("Stop-NovitaInstance -Id $id, nothing -PassThru -Verbose")]
    [InlineData("Get-NovitaInstance | Update-NovitaInstance -Confirm:$false -EnvironmentVariable $variables -PassThru -Verbose -Debug")]
    [InlineData(New + " -Verbose -Debug")]
    [InlineData(New + " -WhatIf")]
    [InlineData(Asked + " -Confirm")]
    [InlineData("Get-NovitaInstance | Update-NovitaInstance -EnvironmentVariable $variables -WhatIf")]
    [InlineData("Get-NovitaInstance | Update-NovitaInstance -EnvironmentVariable $variables -Confirm")]
    [InlineData("Get-NovitaInstance -Id $id | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) }")]
    public async Task No_view_and_no_prompt_shows_a_secret(string script)
    {
        var service = await StartAsync(_instance);
        var host = new AnsweringHost();
        using (var engine = new Demo.Engine(host))
        {
            foreach (var (name, value) in Variables(_instance.Id).Append(("endpoint", service.Endpoint)).Append(("key", service.ApiKey)))
            {
                engine.SetVariable(name, value);
            }

            engine.Run("Connect-Novita -Endpoint $endpoint -ApiKey $key");
            engine.Run(script);
        }

        var shown = $"{host.Shown} {string.Join('\n', host.Questions)}";
        Assert.Contains("web", script.Contains("-Id", StringComparison.Ordinal) ? "web" : shown, StringComparison.Ordinal);
        Assert.NotEmpty(shown.Trim());
        AssertHidden(shown, service, [Variable, .. Secrets(service)]);
    }

    [Theory]
    [InlineData("Stop-NovitaInstance -Name web -Wait -PassThru")]
    [InlineData("Restart-NovitaInstance -Id $id -Wait -PassThru")]
    [InlineData("Restart-NovitaInstance -Id $id -PassThru | Wait-NovitaInstance")]
    [InlineData("Move-NovitaInstance -Id $id -Confirm:$false -PassThru")]
    [InlineData("Set-NovitaInstance -Id $id -AddPort 443/http -PassThru")]
    [InlineData("Update-NovitaInstance -Id $id -Confirm:$false -EnvironmentVariable $variables -Wait -PassThru")]
    [InlineData("Remove-NovitaInstance -Id $id -Confirm:$false -Wait -PassThru")]
    [InlineData(New + " -Wait")]
    public async Task No_change_says_a_secret_in_any_stream(string script)
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Add(_instance);

        var run = ConnectFor(service, _instance.Id).Invoke($"$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; {script}");

        Assert.Empty(run.Errors);
        Assert.NotEmpty(run.Output);
        Assert.NotEmpty(run.Debug);
        AssertHidden(Said(run), service, [ImagePassword, .. Secrets(service)]);
        AssertHidden(Said(run with { Output = [] }), service, [Variable]);
    }

    [Theory]
    [InlineData(New)]
    [InlineData("Update-NovitaInstance -Id $id -Confirm:$false -EnvironmentVariable $variables")]
    public async Task A_service_that_quotes_what_it_was_sent_does_not_bring_it_into_the_error(string script)
    {
        var service = await StartAsync(_instance);
        var shell = ConnectFor(service, _instance.Id);
        using var echo = service.Intercept(async (context, next) =>
        {
            if (context.Request.Method == "GET")
            {
                await next(context);
                return;
            }

            using var reader = new StreamReader(context.Request.Body);
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { code = 400, reason = "VALIDATOR_PARAM", message = $"wrong: {Base64(Variable)} {await reader.ReadToEndAsync()} from {context.Request.Headers.Authorization}" });
        });

        var run = shell.Invoke($"{script} -Verbose -Debug");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains("********", run.Error.Exception.Message, StringComparison.Ordinal);
        AssertHidden(Said(run), service, [Variable, ImagePassword]);
    }

    [Theory]
    [InlineData(New)]
    [InlineData("Restart-NovitaInstance -Id $id")]
    [InlineData("Update-NovitaInstance -Id $id -Confirm:$false -EnvironmentVariable $variables")]
    [InlineData("Get-NovitaInstance -Id $id")]
    [InlineData("Watch-NovitaInstance -TimeoutSec 1")]
    public async Task A_connection_that_breaks_brings_nothing_into_the_error(string script)
    {
        var service = await StartAsync(_instance);
        var shell = ConnectFor(service, _instance.Id, "-MaximumRetryCount 0");
        using var broken = service.Intercept((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var run = shell.Invoke($"{script} -Verbose -Debug -WarningAction Continue");

        Assert.NotEmpty(Said(run));
        Assert.True(run.Errors.Length + run.Warnings.Length > 0);
        AssertHidden(Said(run), service, [Variable, ImagePassword, .. _instance.Secrets]);
    }

    [Theory]
    [InlineData("New-NovitaInstance -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60 -EnvironmentVariable @{ A = $hidden * 400 }")]
    [InlineData("New-NovitaInstance -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60 -ImageCredential $long")]
    [InlineData("Update-NovitaInstance x -EnvironmentVariable @{ A = $hidden * 400 }")]
    public async Task A_value_that_is_refused_here_is_not_quoted(string script)
    {
        var shell = ConnectFor(await StartAsync(0), "any")
            .With("hidden", Variable)
            .With("long", new PSCredential("me", new NetworkCredential("", new StringBuilder().Insert(0, ImagePassword, 600).ToString()).SecurePassword));

        var run = shell.Invoke(script);

        Assert.NotNull(run.Error);
        Assert.DoesNotContain(ImagePassword, Said(run), StringComparison.Ordinal);
        Assert.DoesNotContain(Variable, run.Error.Exception.Message + run.Error.ErrorDetails?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_variables_value_is_told_without_the_value()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Add(_instance);
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Replace(_instance with { Envs = [new("TOKEN", "changed-" + Variable)] }));

        var run = ConnectFor(service, _instance.Id).Invoke("Watch-NovitaInstance -Count 1 -Verbose -Debug");

        Assert.Equal("Envs", run.Output.Single().Properties["Property"].Value);
        AssertHidden(Said(run), service, [Variable, .. _instance.Secrets]);
    }

    [Fact]
    public async Task Nothing_secret_goes_into_an_address()
    {
        var service = await StartAsync(_instance);

        ConnectFor(service, _instance.Id).Output($"{New} | Out-Null; Update-NovitaInstance -Id $id -Confirm:$false -EnvironmentVariable $variables");

        var sent = string.Join('\n', service.Requests);
        Assert.Equal(2, service.Requests.Changing.Count);
        Assert.All(service.Requests.Changing, request => Assert.Contains(Variable, request.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(Variable, sent, StringComparison.Ordinal);
        Assert.DoesNotContain(ImagePassword, sent, StringComparison.Ordinal);
    }

    private static (string Name, object Value)[] Variables(string id) =>
    [
        ("id", id),
        ("login", new PSCredential("me", new NetworkCredential("", ImagePassword).SecurePassword)),
        ("variables", new Dictionary<string, string> { ["TOKEN"] = Variable }),
    ];

    private static IEnumerable<string> Secrets(SimulatedService service) => service.Fleet.Snapshot().SelectMany(instance => instance.Secrets);

    private static void AssertHidden(string said, SimulatedService service, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Append(service.ApiKey))
        {
            Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Base64(secret), said, StringComparison.Ordinal);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Everything that a run said, its output as text and serialised.</summary>
    private static string Said(Run run)
    {
        var said = new StringBuilder();
        foreach (var item in run.Output)
        {
            said.AppendLine($"{item}").AppendLine(PSSerializer.Serialize(item, 4));
        }

        foreach (var error in run.Errors.Append(run.Terminating).OfType<ErrorRecord>())
        {
            said.AppendLine(PSSerializer.Serialize(error, 2)).AppendLine($"{error} {error.ErrorDetails} {error.Exception} {error.TargetObject}");
            for (var inner = error.Exception; inner is not null; inner = inner.InnerException)
            {
                said.AppendLine($"{inner.Message} {string.Join(' ', inner.Data.Values.OfType<object>())}");
            }
        }

        said.AppendJoin('\n', [.. run.Verbose, .. run.Debug, .. run.Warnings]);
        return said.AppendJoin('\n', run.Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}")).ToString();
    }

    private Shell ConnectFor(SimulatedService service, string id, string parameters = "")
    {
        var shell = Connect(service, parameters);
        foreach (var (name, value) in Variables(id))
        {
            shell.With(name, value);
        }

        return shell;
    }
}
