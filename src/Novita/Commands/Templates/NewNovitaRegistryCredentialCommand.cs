using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a registry credential from a user name and password for a container registry, and writes it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaRegistryCredential", SupportsShouldProcess = true)]
[OutputType(typeof(RegistryCredential))]
public sealed class NewNovitaRegistryCredentialCommand : NewCommand<RegistryCredential>
{
    private NewRegistryCredential? _credential;

    /// <summary>Sets the name, up to 255 characters. A name need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// Sets the user name and password for the registry, as <c>Get-Credential</c> returns them. A user name has up to 511 characters, a
    /// password up to 1024.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Unquoted(typeof(PSCredential), "Give a credential with the user and the password, as Get-Credential makes one.")]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// Not for use. Receives arguments that belong to no parameter. The error for such an argument does not quote it, because it may be a
    /// secret.
    /// </summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_credential}";

    private protected override string RetryAdvice => LookByName(Name);

    private protected override void Check()
    {
        StrayArguments.Refuse("New-NovitaRegistryCredential", Remaining, "-Name ghcr -Credential $credential");
        _credential = new NewRegistryCredential
        {
            Name = Name,
            Username = Credential!.UserName,
            Password = Credential.GetNetworkCredential().Password,
        };
        _credential.Check();
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateRegistryCredentialAsync(_credential!, Call);

    private protected override Task<RegistryCredential> ReadAsync(Target<RegistryCredential> target) =>
        target.Client.GetRegistryCredentialAsync(target.Id, Call);
}
