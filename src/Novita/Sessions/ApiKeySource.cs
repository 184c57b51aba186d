using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using Novita.Client;

namespace Novita.Sessions;

/// <summary>Finds the API key for Connect-Novita: the given key, then the environment, then a prompt if a user can answer it.</summary>
internal sealed class ApiKeySource
{
    private static readonly string[] s_hostsWithoutUser = ["Default Host", "ServerRemoteHost"];

    private readonly PSHost _host;

    /// <summary>Creates a source that may prompt.</summary>
    /// <param name="host">The host that shows the prompt.</param>
    public ApiKeySource(PSHost host) => _host = host;

    /// <summary>Whether a user can answer a prompt. A hosted engine, a job or redirected input would fail or hang.</summary>
    private bool IsInteractive => Environment.UserInteractive && !s_hostsWithoutUser.Contains(_host.Name)
        && !(_host.Name == "ConsoleHost" && (Console.IsInputRedirected || IsStartedNonInteractive));

    // PowerShell accepts every unambiguous beginning of -NonInteractive.
    private static bool IsStartedNonInteractive =>
        Environment.GetCommandLineArgs().Any(argument => argument.StartsWith("-noni", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the key of a credential.</summary>
    /// <exception cref="NovitaException">The text cannot be a key.</exception>
    public static ApiKey Of(PSCredential credential) => Of(credential.Password, "-Credential");

    /// <summary>Returns a given key. An empty key throws: an empty variable after -ApiKey must not connect with another key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="source">Where the key came from, for messages.</param>
    /// <exception cref="NovitaException">The text cannot be a key.</exception>
    public static ApiKey Of(SecureString? key, string source)
    {
        var text = new NetworkCredential("", key).Password;

        // NetworkCredential cuts the text at a NUL.
        return text.Length == (key?.Length ?? 0)
            ? new ApiKey(text, source)
            : throw Limits.Invalid($"The API key from {source} has a control character. Copy the key again from the console.");
    }

    /// <summary>Returns the environment's key, or asks for one.</summary>
    /// <exception cref="NovitaException">
    /// There is no key (<see cref="NovitaErrorKind.ApiKeyMissing"/>), or the text cannot be a key.
    /// </exception>
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
        catch (Exception error) when (
            error is PSInvalidOperationException or PSNotImplementedException or NotImplementedException or HostException)
        {
            // PowerShell runs with -NonInteractive, or the host cannot prompt.
        }

        throw new NovitaException(
            NovitaErrorKind.ApiKeyMissing,
            $"No API key was given, $env:{EnvironmentSession.KeyVariable} is not set, and a prompt is not possible here.");
    }
}
