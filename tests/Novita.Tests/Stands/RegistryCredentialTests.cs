using System.Management.Automation;
using System.Net;
using Novita.Simulator;
using Novita.Simulator.Areas.Credentials;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>The cmdlets of registry credentials, whose list carries passwords.</summary>
public sealed class RegistryCredentialTests : ServiceTest
{
    private const string Password = "hunter2-hunter2";
    private const string New = "New-NovitaRegistryCredential ghcr -Credential $credential";

    [Fact]
    public async Task Two_credentials_of_one_name_are_both_listed_and_New_returns_the_right_id()
    {
        var service = await StoredAsync(Stored("old"));
        var shell = Connect(service);

        var made = shell.Output(New).Single();

        Assert.Equal(service.Credentials.Rows.Snapshot()[0].Id, made.Properties["Id"].Value);
        Assert.NotEqual("old", made.Properties["Id"].Value);
        Assert.Equal(2, shell.Output("Get-NovitaRegistryCredential ghcr").Length);
    }

    [Fact]
    public async Task A_credential_that_cannot_be_told_from_another_is_an_error_that_says_how_to_look()
    {
        var service = await StartAsync(new SimulatorOptions
        {
            Instances = 0,
            Credentials = new() { DuringSave = rows => rows.Add(Stored("other")) },
        });

        var run = Connect(service).Invoke(New);

        Assert.StartsWith(
            "The registry credential was created, but the service did not say its id",
            run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Look with Get-NovitaRegistryCredential -Name 'ghcr' before you try again.", run.Error.ErrorDetails.RecommendedAction);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Get-NovitaRegistryCredential | Format-List *")]
    [InlineData("Get-NovitaRegistryCredential | ConvertTo-Csv")]
    [InlineData("Get-NovitaRegistryCredential | ConvertTo-Json -Depth 9")]
    [InlineData("(Get-NovitaRegistryCredential).GetAdditionalData() | Out-String")]
    [InlineData("$error.Clear(); Get-NovitaRegistryCredential nothing -ErrorAction SilentlyContinue; $error | Format-List * -Force")]
    [InlineData(New)]
    [InlineData("Remove-NovitaRegistryCredential a -PassThru -Confirm:$false")]
    public async Task No_password_is_in_any_output_or_stream(string script)
    {
        var service = await StoredAsync(Stored("a") with { Extra = new() { ["hint"] = $"me:{Password}" } });

        var run = Connect(service).Invoke($"$VerbosePreference = $DebugPreference = 'Continue'; {script} | Out-String -Width 500");

        var said = string.Join('\n', run.Output.Select(text => $"{text}").Concat(run.Verbose).Concat(run.Debug).Concat(run.Warnings)
            .Concat(run.Errors.Select(error => $"{error} {error.Exception} {error.ErrorDetails?.RecommendedAction}")));
        Assert.NotEmpty(said);
        Assert.DoesNotContain(Password, said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-word", said, StringComparison.Ordinal);
    }

    private static SimulatedCredential Stored(string id) => new() { Id = id, Name = "ghcr", Username = "me", Password = Password };

    private new Shell Connect(SimulatedService service, string parameters = "") =>
        base.Connect(service, parameters)
            .With("credential", new PSCredential("me", new NetworkCredential("", "s3cret-word").SecurePassword));

    private async Task<SimulatedService> StoredAsync(params SimulatedCredential[] credentials)
    {
        var service = await StartAsync(0);
        service.Credentials.Rows.Load(credentials);
        return service;
    }
}
