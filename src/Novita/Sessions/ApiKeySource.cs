using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using Novita.Client;

namespace Novita.Sessions;

/// <summary>
/// Finds the key that Connect-Novita is to use: what was given, then the environment, then a prompt where someone can answer one.
/// </summary>
internal sealed class ApiKeySource
{
    private static readonly string[] s_hostsWithoutUser = ["Default Host", "ServerRemoteHost"];

    private readonly PSHost _host;

    /// <summary>Prepares.</summary>
    /// <param name="host">The host, which may prompt.</param>
    public ApiKeySource(PSHost host) => _host = host;

    /// <summary>Whether a prompt could be answered: a hosted engine, a job or redirected input would fail or hang on one.</summary>
    private bool IsInteractive => Environment.UserInteractive && !s_hostsWithoutUser.Contains(_host.Name)
        && !(_host.Name == "ConsoleHost" && (Console.IsInputRedirected || IsStartedNonInteractive));

    // PowerShell takes any beginning of the switch that is clear.
    private static bool IsStartedNonInteractive =>
        Environment.GetCommandLineArgs().Any(argument => argument.StartsWith("-noni", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the key of a credential.</summary>
    /// <exception cref="NovitaException">It cannot be a key.</exception>
    public static ApiKey Of(PSCredential credential) => Of(credential.Password, "-Credential");

    /// <summary>
    /// Returns the key that was given, however empty: an empty variable after -ApiKey must not connect with some other key.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="NovitaException">It cannot be a key.</exception>
    public static ApiKey Of(SecureString? key, string source)
    {
        var text = new NetworkCredential("", key).Password;

        // .NET ends the text at a NUL.
        return text.Length == (key?.Length ?? 0)
            ? new ApiKey(text, source)
            : throw Limits.Invalid($"The API key from {source} holds a control character, so it cannot be a key. Copy it again from "
                + $"the console.");
    }

    /// <summary>Returns the environment's key, or asks for one.</summary>
    /// <exception cref="NovitaException">There is none (<see cref="NovitaErrorKind.ApiKeyMissing"/>), or it cannot be a key.</exception>
    public ApiKey Find() => EnvironmentSession.Key is { } key ? new ApiKey(key, "$" + EnvironmentSession.Name) : Of(Prompt(), "the prompt");

    private SecureString Prompt()
    {
        try
        {
            if (IsInteractive && _host.UI is { } ui)
            {
                ui.Write("Novita API key: ");
                return ui.ReadLineAsSecureString();
            }
        }
        catch (Exception error) when (error
            is PSInvalidOperationException or PSNotImplementedException or NotImplementedException or HostException)
        {
            // Started with -NonInteractive, or by a host that shows no prompts: the same as nobody there.
        }

        throw new NovitaException(NovitaErrorKind.ApiKeyMissing,
            $"No API key was given, $env:{EnvironmentSession.KeyVariable} is not set, and nobody can be asked for one here.");
    }
}
