using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using Novita.Client;
using Novita.Commands;

namespace Novita.Sessions;

/// <summary>Finds the key that Connect-Novita is to use: what was given, then the environment, then a prompt where someone can answer one.</summary>
internal sealed class ApiKeySource
{
    private static readonly string[] s_hostsWithoutUser = ["Default Host", "ServerRemoteHost"];

    private readonly ConnectNovitaCommand _command;

    public ApiKeySource(ConnectNovitaCommand command) => _command = command;

    /// <summary>Whether a prompt could be answered: a hosted engine, a job or redirected input would fail or hang on one.</summary>
    private bool IsInteractive => Environment.UserInteractive && !s_hostsWithoutUser.Contains(_command.Host.Name)
        && !(_command.Host.Name == "ConsoleHost" && (Console.IsInputRedirected || IsStartedNonInteractive));

    // PowerShell takes any beginning of the switch that is clear.
    private static bool IsStartedNonInteractive =>
        Environment.GetCommandLineArgs().Any(argument => argument.StartsWith("-noni", StringComparison.OrdinalIgnoreCase));

    /// <summary>Gives the key.</summary>
    /// <exception cref="NovitaException">There is none (<see cref="NovitaErrorKind.ApiKeyMissing"/>), or it cannot be a key.</exception>
    public ApiKey Get()
    {
        if (_command.Credential is { } credential)
        {
            return Create(credential.Password, "-Credential");
        }

        // An empty variable after -ApiKey must not connect with some other key.
        if (_command.MyInvocation.BoundParameters.ContainsKey(nameof(ConnectNovitaCommand.ApiKey)))
        {
            return Create(_command.ApiKey, _command.MyInvocation.ExpectingInput ? "the pipeline" : "-ApiKey");
        }

        return EnvironmentSession.Key is { } key ? new ApiKey(key, "$" + EnvironmentSession.Name) : Create(Prompt(), "the prompt");
    }

    private static ApiKey Create(SecureString? text, string source)
    {
        var key = new NetworkCredential("", text).Password;

        // .NET ends the text at a NUL.
        return key.Length == (text?.Length ?? 0) ? new ApiKey(key, source)
            : throw Limits.Invalid($"The API key from {source} holds a control character, so it cannot be a key. Copy it again from the console.");
    }

    private SecureString Prompt()
    {
        try
        {
            if (IsInteractive && _command.Host.UI is { } ui)
            {
                ui.Write("Novita API key: ");
                return ui.ReadLineAsSecureString();
            }
        }
        catch (Exception error) when (error is PSInvalidOperationException or PSNotImplementedException or NotImplementedException or HostException)
        {
            // Started with -NonInteractive, or by a host that shows no prompts: the same as nobody there.
        }

        throw new NovitaException(NovitaErrorKind.ApiKeyMissing, $"No API key was given, $env:{EnvironmentSession.KeyVariable} is not set, and nobody can be asked for one here.");
    }
}
