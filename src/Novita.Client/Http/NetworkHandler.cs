using System.Net;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Novita.Client.Http;

/// <summary>Creates the message handlers that connect to the network.</summary>
internal static class NetworkHandler
{
    private static bool IsNetFramework => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    public static HttpMessageHandler Create(NovitaClientOptions options)
    {
        var handler = CreateBare();
        handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
        handler.MaxConnectionsPerServer = options.ThrottleLimit;

        SetProxy(handler, options.Endpoint, options.Proxy);
        return handler;
    }

    /// <summary>
    /// Creates a handler for a host that is not the service's: through the session's proxy, and without compression, which would delay
    /// the lines of a log.
    /// </summary>
    public static HttpMessageHandler CreateForOtherHost(NovitaClientOptions options, Uri address)
    {
        var handler = CreateBare();
        SetProxy(handler, address, options.Proxy);
        return handler;
    }

    /// <summary>Creates a handler with the settings that every handler of the client has.</summary>
    public static HttpClientHandler CreateBare()
    {
        // A redirect could carry the key to another host.
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        if (IsNetFramework)
        {
            // Windows PowerShell offers older versions first. Only this handler is set: a setting of the process would affect other code.
            handler.SslProtocols = SslProtocols.Tls12;
        }

        return handler;
    }

    private static void SetProxy(HttpClientHandler handler, Uri address, Uri? proxy)
    {
        if (proxy is not null)
        {
            var bare = proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
            handler.Proxy = new WebProxy(bare) { Credentials = Credentials(proxy) };
        }
        else if (EndpointRules.StaysHere(address, proxy))
        {
            // The system's proxy would carry the key off this machine.
            handler.UseProxy = false;
        }
    }

    private static NetworkCredential? Credentials(Uri proxy)
    {
        var parts = proxy.UserInfo.Split([':'], 2);
        return parts[0].Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : ""));
    }
}
