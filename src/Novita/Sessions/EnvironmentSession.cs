using Novita.Client;

namespace Novita.Sessions;

/// <summary>
/// The session that is made from <c>$env:NOVITA_API_KEY</c> without Connect-Novita. All runspaces share the session until the variables
/// change.
/// </summary>
internal static class EnvironmentSession
{
    /// <summary>The variable with the API key.</summary>
    public const string KeyVariable = "NOVITA_API_KEY";

    /// <summary>The variable with an endpoint.</summary>
    public const string EndpointVariable = "NOVITA_ENDPOINT";

    /// <summary>The name of the session, which says where the key came from.</summary>
    public const string Name = "env:" + KeyVariable;

    private static readonly object s_lock = new();
    private static NovitaSession? s_session;
    private static ApiKey? s_key;

    /// <summary>The endpoint in the environment; null if the variable is not set.</summary>
    /// <exception cref="NovitaException">The variable is not a web address.</exception>
    public static Uri? Endpoint => Environment.GetEnvironmentVariable(EndpointVariable) switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) => uri,
        _ => throw new NovitaException(
            NovitaErrorKind.RequestInvalid,
            $"$env:{EndpointVariable} is not a web address. Set it to an address such as {DefaultEndpoint}, or remove the variable."),
    };

    /// <summary>The key in the environment; null if the variable is not set.</summary>
    public static string? Key => Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null;

    /// <summary>The session, if it exists and the variables have not changed; null otherwise.</summary>
    /// <exception cref="NovitaException">The variable is not a web address.</exception>
    public static NovitaSession? Existing
    {
        get
        {
            lock (s_lock)
            {
                return Key is { } text && s_key?.Matches(text) == true && s_session?.Endpoint == RequiredEndpoint ? s_session : null;
            }
        }
    }

    private static Uri DefaultEndpoint => Client.NovitaClientOptions.DefaultEndpoint;

    private static Uri RequiredEndpoint => Endpoint ?? DefaultEndpoint;

    /// <summary>Returns the session, and creates it if necessary; null if the environment has no key.</summary>
    public static NovitaSession? Get(SessionFactory factory)
    {
        if (Key is not { } text)
        {
            return null;
        }

        lock (s_lock)
        {
            if (Existing is null)
            {
                // Create the session before the key is stored: if that throws, the old session must not be used with the new key.
                var key = new ApiKey(text, "$" + Name);
                s_session = factory.Create(Name, key, new Client.NovitaClientOptions { Endpoint = RequiredEndpoint });
                s_key = key;
            }

            return s_session;
        }
    }
}
