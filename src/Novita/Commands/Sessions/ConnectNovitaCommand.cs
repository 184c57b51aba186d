using System.Management.Automation;
using System.Security;
using Novita.Client;
using Novita.Commands.Base;
using Novita.Parameters;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Connects this runspace to Novita. The key is checked with one small request and is shown nowhere from then on.</summary>
[Cmdlet(VerbsCommunications.Connect, "Novita", DefaultParameterSetName = KeySet)]
[OutputType(typeof(NovitaSession))]
public sealed class ConnectNovitaCommand : NovitaCommand
{
    private const string KeySet = "ApiKey";
    private const string CredentialSet = "Credential";

    private bool _isProcessed;
    private bool _isConnected;

    /// <summary>
    /// The key, as a SecureString or as text; from the pipeline too. Without it and without <see cref="Credential"/>:
    /// <c>$env:NOVITA_API_KEY</c>, then a masked prompt where someone can answer one, else the error <c>ApiKeyMissing</c>. An empty
    /// variable is an error too: it never connects with some other key.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = KeySet)]
    [SecureText]
    public SecureString? ApiKey { get; set; }

    /// <summary>A credential whose password is the key, as automation accounts keep it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Unquoted(typeof(PSCredential), "Give a credential whose password is the key, as Get-Credential makes one.")]
    public PSCredential? Credential { get; set; }

    /// <summary>The session's name, for <c>-Session</c>. A session of that name in this runspace is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>
    /// Where the service is; a path in it is kept as a prefix. Without it: <c>$env:NOVITA_ENDPOINT</c>, then
    /// <c>https://api.novita.ai</c>.
    /// </summary>
    [Parameter]
    [Unquoted(typeof(Uri), "Give a web address, such as https://api.novita.ai.")]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>The proxy to go through, with user and password in it if it wants them. Without it: the system's.</summary>
    [Parameter]
    [Unquoted(typeof(Uri), "Give a web address, such as http://user:password@proxy.example:8080.")]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>How long one request may take, in seconds, its body included: 1 to 86400.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = NovitaClientOptions.DefaultTimeoutSec;

    /// <summary>How often a failed request is sent again: 0 to 100, 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = NovitaClientOptions.DefaultMaximumRetryCount;

    /// <summary>How many requests of this session may run at once: 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = NovitaClientOptions.DefaultThrottleLimit;

    /// <summary>Lets the key travel over plain http to another machine. To this machine it always may.</summary>
    [Parameter]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>Connects without asking the service whether the key is right.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Writes the session to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Not for use: arguments that no parameter takes. They are an error that does not quote them, because one may be the key.
    /// </summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override void Process()
    {
        _isProcessed = true;
        _isConnected = false;
        try
        {
            Connect();
        }
        catch (NovitaException error)
        {
            SessionStore.NoteFailedConnect(Name);
            error.Consequence = "No session is current now: cmdlets without -Session end with an error until a connect succeeds.";
            throw;
        }
    }

    private void Connect()
    {
        StrayArguments.Refuse("Connect-Novita", Remaining, "-ApiKey $key -Name prod");
        var key = ReadKey();
        var session = new SessionFactory(this).Create(Name, key, CreateOptions());
        if (!SkipValidation)
        {
            CheckKey(session);
        }

        SessionStore.Add(session);
        _isConnected = true;
        WriteStep($"Session '{Name}' with {session.Endpoint.AbsoluteUri}, API key {key}");
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private protected override void End()
    {
        if (!_isProcessed)
        {
            throw new NovitaException(NovitaErrorKind.ApiKeyMissing, "No API key came down the pipeline.");
        }
    }

    private ApiKey ReadKey() =>
        Credential is not null ? ApiKeySource.Of(Credential)
        : MyInvocation.BoundParameters.ContainsKey(nameof(ApiKey)) ? ApiKeySource
            .Of(ApiKey, MyInvocation.ExpectingInput ? "the pipeline" : "-ApiKey")
        : new ApiKeySource(Host).Find();

    /// <summary>
    /// A connect that did not come to its end has failed, also one whose arguments PowerShell refused: no session is current then.
    /// </summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isConnected)
        {
            SessionStore.NoteFailedConnect(Name);
        }

        base.Dispose(disposing);
    }

    private void CheckKey(NovitaSession session)
    {
        try
        {
            Await(() => session.Client.CheckKeyAsync(Call));
        }
        catch
        {
            session.Client.Dispose();
            throw;
        }
    }

    private NovitaClientOptions CreateOptions() => new()
    {
        Endpoint = Endpoint ?? EnvironmentSession.Endpoint ?? NovitaClientOptions.DefaultEndpoint,
        Proxy = Proxy,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        ThrottleLimit = ThrottleLimit,
        AllowUnencrypted = AllowUnencryptedAuthentication,
    };
}
