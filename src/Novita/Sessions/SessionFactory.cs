using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Novita.Client;

namespace Novita.Sessions;

/// <summary>Creates sessions for a cmdlet. The User-Agent names the version of the cmdlet's PowerShell.</summary>
internal sealed class SessionFactory
{
    private static readonly ConditionalWeakTable<Runspace, Clock> s_clocks = new();

    private readonly PSCmdlet _command;

    public SessionFactory(PSCmdlet command) => _command = command;

    /// <summary>Sets the clock of all sessions that a runspace creates from now on. For tests.</summary>
    internal static void SetClock(Runspace runspace, Clock clock)
    {
        s_clocks.Remove(runspace);
        s_clocks.Add(runspace, clock);
    }

    private static Clock Clock =>
        Runspace.DefaultRunspace is { } runspace && s_clocks.TryGetValue(runspace, out var clock) ? clock : Clock.System;

    private string UserAgent
    {
        get
        {
            var versions = _command.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
            var module = typeof(SessionFactory).Assembly.GetName().Version.ToString(3);
            var system =
                RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows"
                : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macOS"
                : "Linux";
            return $"Novita/{module} (PowerShell/{versions?["PSVersion"]}; {system})";
        }
    }

    /// <summary>Creates a session. Sends nothing, and does not add the session to the store.</summary>
    /// <exception cref="NovitaException">The endpoint cannot be used.</exception>
    public NovitaSession Create(string name, ApiKey key, NovitaClientOptions options)
    {
        var client = new NovitaClient(options with { UserAgent = UserAgent, Clock = Clock }, key);
        return new NovitaSession(name, options.Endpoint, key.LastFour, client);
    }
}
