using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Novita.Client;

namespace Novita.Sessions;

/// <summary>Makes sessions on behalf of a cmdlet, whose engine's version goes into the User-Agent.</summary>
internal sealed class SessionFactory
{
    private static readonly ConditionalWeakTable<Runspace, Clock> s_clocks = new();

    private readonly PSCmdlet _command;

    public SessionFactory(PSCmdlet command) => _command = command;

    /// <summary>Gives the sessions that a runspace makes from now on another clock than the machine's.</summary>
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
            var system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows" : RuntimeInformation
                .IsOSPlatform(OSPlatform.OSX) ? "macOS" : "Linux";
            return $"Novita/{typeof(SessionFactory).Assembly.GetName().Version.ToString(3)} (PowerShell/{versions?["PSVersion"]}; "
                + $"{system})";
        }
    }

    /// <summary>Makes a session. Nothing is sent, and nothing is kept.</summary>
    /// <exception cref="NovitaException">The endpoint cannot be used.</exception>
    public NovitaSession Create(string name, ApiKey key, NovitaClientOptions options) =>
        new(name, options.Endpoint, key.LastFour, new NovitaClient(options with { UserAgent = UserAgent, Clock = Clock }, key));
}
