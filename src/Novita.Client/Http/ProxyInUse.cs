using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Novita.Client.Http;

/// <summary>The proxy that a request goes through.</summary>
/// <param name="Address">The proxy's address, which may hold a user and password.</param>
/// <param name="Variable">The environment variable that names the proxy; null for one that was given, or is the system's.</param>
internal sealed record ProxyInUse(Uri Address, string? Variable = null)
{
    private static readonly string[] s_variables = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

    /// <summary>Finds the proxy; returns null for a direct connection.</summary>
    /// <param name="options">The client's options.</param>
    /// <param name="target">The address of the request.</param>
    /// <param name="system">The system's own choice of proxies.</param>
    public static ProxyInUse? Find(NovitaClientOptions options, Uri target, IWebProxy? system)
    {
        if (options.Proxy is { } given)
        {
            return new ProxyInUse(given);
        }

        var isDirect = EndpointRules.StaysHere(options.Endpoint, options.Proxy) || system is null || system.IsBypassed(target);
        return isDirect || system!.GetProxy(target) is not { } address || address == target
            ? null
            : new ProxyInUse(address, Array.Find(s_variables, variable => Names(variable, address)));
    }

    /// <summary>Creates the error for a proxy that refused with a status.</summary>
    public static NovitaException Refused(int status, ProxyInUse? proxy)
    {
        var name = proxy?.ToString() ?? "a proxy on the way";
        var problem = status != 407 ? $"{name} refused the connection"
            : proxy?.Address.UserInfo.Length > 0 ? $"{name} refused the user and password that it was given"
            : $"{name} wants a user and password, and was given none";
        var sentence = $"{char.ToUpperInvariant(problem[0])}{problem.Substring(1)} (HTTP {status}).";
        return new NovitaException(NovitaErrorKind.ProxyRefused, sentence) { StatusCode = status };
    }

    /// <summary>Returns the status with which a proxy refused a tunnel; null for every other failure.</summary>
    public static int? StatusOf(Exception? error) => error switch
    {
        null => null,
        // .NET Framework.
        WebException { Response: HttpWebResponse { StatusCode: var status } } => (int)status,
        // .NET has a property for the status; .NET Standard has not.
        _ when Regex.Match(error.Message, @"proxy tunnel.*'(\d{3})'") is { Success: true } match =>
            int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
        _ => StatusOf(error.InnerException),
    };

    /// <summary>Host, port and variable, without user and password: <c>the proxy proxy.example:8080 of $env:HTTPS_PROXY</c>.</summary>
    public override string ToString() => $"the proxy {Address.Host}:{Address.Port}{(Variable is null ? "" : $" of $env:{Variable}")}";

    private static bool Names(string variable, Uri address) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        && Uri.TryCreate(text.Contains("://") ? text : $"http://{text}", UriKind.Absolute, out var named)
        && named.Authority == address.Authority;
}
