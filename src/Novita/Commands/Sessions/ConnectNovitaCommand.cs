using System.Management.Automation;
using System.Security;
using Novita.Client;
using Novita.Commands.Base;
using Novita.Parameters;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Connects this runspace to Novita. The API key is checked with one small request and is never shown.</summary>
[Cmdlet(VerbsCommunications.Connect, "Novita", DefaultParameterSetName = KeySet)]
[OutputType(typeof(NovitaSession))]
public sealed class ConnectNovitaCommand : NovitaCommand
{
    private const string KeySet = "ApiKey";
    private const string CredentialSet = "Credential";

    private bool _isProcessed;
    private bool _isConnected;

    /// <summary>
    /// Connects with this API key, a SecureString or text, also from the pipeline. Without this parameter and <see cref="Credential"/>, the
    /// key comes from <c>$env:NOVITA_API_KEY</c>, then from a masked prompt. If no prompt is possible, the error is <c>ApiKeyMissing</c>.
    /// An empty value is an error, so that an empty variable does not connect with another key.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = KeySet)]
    [SecureText]
    public SecureString? ApiKey { get; set; }

    /// <summary>Connects with the password of this credential as the API key, for automation accounts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Unquoted(typeof(PSCredential), "Give a credential whose password is the key, as Get-Credential makes one.")]
    public PSCredential? Credential { get; set; }

    /// <summary>Sets the name of the session, for <c>-Session</c>. A session of the same name in this runspace is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>
    /// Sets the address of the service. A path in the address is a prefix of every request. The default is <c>$env:NOVITA_ENDPOINT</c>,
    /// then <c>https://api.novita.ai</c>.
    /// </summary>
    [Parameter]
    [Unquoted(typeof(Uri), "Give a web address, such as https://api.novita.ai.")]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>Uses this proxy. The address may have a user and a password. The default is the proxy of the system.</summary>
    [Parameter]
    [Unquoted(typeof(Uri), "Give a web address, such as http://user:password@proxy.example:8080.")]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Limits one request and its response, in seconds, from 1 to 86400.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = NovitaClientOptions.DefaultTimeoutSec;

    /// <summary>Limits the retries of a failed request, from 0 to 100. 0 turns retries off.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = NovitaClientOptions.DefaultMaximumRetryCount;

    /// <summary>Limits the parallel requests of this session, from 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = NovitaClientOptions.DefaultThrottleLimit;

    /// <summary>Allows sending the key over plain http to another machine. Plain http to this machine is always allowed.</summary>
    [Parameter]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>Connects without the request that checks the key.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Writes the session to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Not for use. Receives arguments that belong to no parameter. The error for such an argument does not quote it, because it may be the
    /// key.
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
            error.Consequence = "No session is current now: cmdlets without -Session fail until a connect succeeds.";
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
            throw new NovitaException(NovitaErrorKind.ApiKeyMissing, "The pipeline passed no API key.");
        }
    }

    private ApiKey ReadKey()
    {
        if (Credential is not null)
        {
            return ApiKeySource.Of(Credential);
        }

        return MyInvocation.BoundParameters.ContainsKey(nameof(ApiKey))
            ? ApiKeySource.Of(ApiKey, MyInvocation.ExpectingInput ? "the pipeline" : "-ApiKey")
            : new ApiKeySource(Host).Find();
    }

    /// <summary>
    /// Records a failed connect if the session was not created, also if PowerShell refused the arguments: then no other method runs.
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
