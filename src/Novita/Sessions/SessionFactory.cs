using System.Collections;
using System.Management.Automation;
using System.Runtime.InteropServices;
using Novita.Client;

namespace Novita.Sessions;

/// <summary>Makes sessions on behalf of a cmdlet, whose engine's version goes into the User-Agent.</summary>
internal sealed class SessionFactory
{
    private readonly PSCmdlet _command;

    public SessionFactory(PSCmdlet command) => _command = command;

    private string UserAgent
    {
        get
        {
            var versions = _command.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
            var system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macOS" : "Linux";
            return $"Novita/{typeof(SessionFactory).Assembly.GetName().Version.ToString(3)} (PowerShell/{versions?["PSVersion"]}; {system})";
        }
    }

    /// <summary>Makes a session. Nothing is sent, and nothing is kept.</summary>
    /// <exception cref="NovitaException">The endpoint cannot be used.</exception>
    public NovitaSession Create(string name, ApiKey key, NovitaClientOptions options) =>
        new(name, options.Endpoint, key.LastFour, new NovitaClient(options with { UserAgent = UserAgent }, key));
}
