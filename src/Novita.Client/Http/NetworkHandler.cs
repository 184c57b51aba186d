using System.Net;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Novita.Client.Http;

/// <summary>Sets up the network end of the client.</summary>
internal static class NetworkHandler
{
    private static bool IsNetFramework => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    public static HttpMessageHandler Create(NovitaClientOptions options)
    {
        var handler = CreateBare();
        handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
        handler.MaxConnectionsPerServer = options.ThrottleLimit;

        // The system's proxy would carry the key off this machine.
        SetProxy(handler, options.Proxy, EndpointRules.StaysHere(options));
        return handler;
    }

    /// <summary>
    /// Makes a handler for another host than the service's: through the session's proxy, and without compression, which would hold the
    /// lines of a log back.
    /// </summary>
    public static HttpMessageHandler CreateForOtherHost(NovitaClientOptions options, Uri address)
    {
        var handler = CreateBare();
        SetProxy(handler, options.Proxy, address.IsLoopback);
        return handler;
    }

    /// <summary>Makes a handler with what every one of ours has.</summary>
    public static HttpClientHandler CreateBare()
    {
        // A redirect could carry the key to another host.
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        if (IsNetFramework)
        {
            // Windows PowerShell still offers older versions first. Only ours is set: the process belongs to others too.
            handler.SslProtocols = SslProtocols.Tls12;
        }

        return handler;
    }

    private static void SetProxy(HttpClientHandler handler, Uri? proxy, bool staysHere)
    {
        if (proxy is not null)
        {
            handler.Proxy =
                new WebProxy(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)) { Credentials = Credentials(proxy) };
        }
        else if (staysHere)
        {
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
