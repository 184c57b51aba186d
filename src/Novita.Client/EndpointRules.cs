using Novita.Client.Text;

namespace Novita.Client;

/// <summary>Which addresses a key may be sent to.</summary>
internal static class EndpointRules
{
    public static void Check(NovitaClientOptions options)
    {
        var endpoint = options.Endpoint;
        if (!endpoint.IsAbsoluteUri || !IsWeb(endpoint) || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0
            || endpoint.UserInfo.Length > 0)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"{Show(endpoint)} is not an endpoint: it must be an http or https address without user, query or fragment, such as "
                    + $"{NovitaClientOptions.DefaultEndpoint.GetLeftPart(UriPartial.Authority)}.");
        }

        if (options.Proxy is { } proxy && (!proxy.IsAbsoluteUri || !IsWeb(proxy)))
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"{Show(proxy)} is not a proxy: it must be an http or https address, such as http://proxy.example:8080.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !StaysHere(options) && !options.AllowUnencrypted)
        {
            throw new NovitaException(
                NovitaErrorKind.InsecureEndpoint,
                $"{Show(endpoint)} is plain http and leaves this machine, so anyone on the way could read the API key.");
        }
    }

    /// <summary>Tells whether requests stay on this machine: to a loopback address, and through no proxy elsewhere.</summary>
    public static bool StaysHere(NovitaClientOptions options) =>
        options.Endpoint.IsLoopback && options.Proxy?.IsLoopback != false;

    private static bool IsWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && HasName(uri);

    /// <summary>Tells whether the host has a name that can be asked for: an address may hold one that no request can be made to.</summary>
    private static bool HasName(Uri uri)
    {
        try
        {
            return uri.IdnHost.All(character => character <= '~');
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// The address without user, password, query and fragment. Anything but a web address is not shown: it may be a secret in the wrong
    /// place.
    /// </summary>
    private static string Show(Uri uri) => uri.IsAbsoluteUri && IsWeb(uri)
        ? $"'{VisibleText.Shorten(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), 100)}'"
        : "What was given";
}
