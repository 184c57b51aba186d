using Novita.Client.Text;

namespace Novita.Client;

/// <summary>The addresses that requests may be sent to: web addresses, and plain http only within this machine.</summary>
internal static class EndpointRules
{
    /// <summary>Checks the endpoint and the proxy.</summary>
    /// <exception cref="NovitaException">
    /// One of them is not a web address (<see cref="NovitaErrorKind.RequestInvalid"/>), or the key would travel unencrypted
    /// (<see cref="NovitaErrorKind.InsecureEndpoint"/>).
    /// </exception>
    public static void Check(NovitaClientOptions options)
    {
        var endpoint = options.Endpoint;
        var isBare = IsWeb(endpoint) && endpoint is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 };
        if (!isBare)
        {
            var example = NovitaClientOptions.DefaultEndpoint.GetLeftPart(UriPartial.Authority);
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"{Show(endpoint)} is not an endpoint: it must be an http or https address without user, query or fragment, "
                    + $"such as {example}.");
        }

        if (options.Proxy is { } proxy && !IsWeb(proxy))
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"{Show(proxy)} is not a proxy: it must be an http or https address, such as http://proxy.example:8080.");
        }

        if (IsExposed(endpoint, options))
        {
            throw new NovitaException(
                NovitaErrorKind.InsecureEndpoint,
                $"{Show(endpoint)} is plain http and leaves this machine, so anyone on the way could read the API key.");
        }
    }

    /// <summary>Whether requests stay on this machine: address and proxy are loopback addresses.</summary>
    public static bool StaysHere(Uri address, Uri? proxy) => address.IsLoopback && proxy?.IsLoopback != false;

    /// <summary>Whether requests would leave this machine unencrypted, which the options do not allow.</summary>
    public static bool IsExposed(Uri address, NovitaClientOptions options) =>
        address.Scheme == Uri.UriSchemeHttp && !StaysHere(address, options.Proxy) && !options.AllowUnencrypted;

    /// <summary>Whether an address is an absolute http or https address with a valid host name.</summary>
    public static bool IsWeb(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && HasValidHost(uri);

    private static bool HasValidHost(Uri uri)
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
    /// The address without user, password, query and fragment. Other text is not shown: a secret may be in the wrong parameter.
    /// </summary>
    private static string Show(Uri uri)
    {
        const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;
        return IsWeb(uri) ? $"'{VisibleText.Shorten(uri.GetComponents(Shown, UriFormat.UriEscaped), 100)}'" : "What was given";
    }
}
