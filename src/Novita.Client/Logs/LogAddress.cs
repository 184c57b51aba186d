
namespace Novita.Client.Logs;

/// <summary>Checks the address of a log, and adds what is asked for to its query. No text shows the address: it may hold a token.</summary>
internal static class LogAddress
{
    private static readonly string[] s_parameters = ["follow", "sse", "timestamps", "tail"];

    /// <summary>Reads an address.</summary>
    /// <param name="text">The service's text.</param>
    /// <param name="options">Whether plain http may leave this machine.</param>
    /// <exception cref="NovitaException">
    /// The text is no web address, or the log would travel unencrypted (<see cref="NovitaErrorKind.InsecureEndpoint"/>).
    /// </exception>
    public static Uri Read(string text, NovitaClientOptions options)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new NovitaException(NovitaErrorKind.ResponseInvalid, "The service's address of the log is not a web address.");
        }

        var staysHere = address.IsLoopback && options.Proxy?.IsLoopback != false;
        return address.Scheme == Uri.UriSchemeHttps || staysHere || options.AllowUnencrypted ? address
            : throw new NovitaException(
                NovitaErrorKind.InsecureEndpoint,
                $"The log is at {Host(address)}, which is plain http and leaves this machine, so anyone on the way could read it.");
    }

    /// <summary>The scheme and host, which is all that messages show.</summary>
    public static string Host(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Adds parameters in place of those of the same names; the address may have a query already.</summary>
    public static Uri Ask(Uri address, bool follow, int? tail)
    {
        var kept = address.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !s_parameters.Contains(parameter.Split('=')[0], StringComparer.OrdinalIgnoreCase));
        IEnumerable<string> asked = follow ? ["follow=1", "sse=1", "timestamps=1"] : ["follow=0", "sse=0"];
        var query = string.Join("&", [.. kept, .. asked, .. tail is null ? [] : new[] { FormattableString.Invariant($"tail={tail}") }]);
        return new UriBuilder(address) { Query = query, Fragment = "" }.Uri;
    }
}
