
namespace Novita.Client.Logs;

/// <summary>Checks the address of a log and sets its query. No message shows the whole address, which may hold a token.</summary>
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
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !EndpointRules.IsWeb(address))
        {
            throw new NovitaException(NovitaErrorKind.ResponseInvalid, "The service's address of the log is not a web address.");
        }

        return !EndpointRules.IsExposed(address, options) ? address
            : throw new NovitaException(
                NovitaErrorKind.InsecureEndpoint,
                $"The log is at {Host(address)}, which is plain http and leaves this machine, so anyone on the way could read it.");
    }

    /// <summary>The scheme and host, the only parts that messages show.</summary>
    public static string Host(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Sets the parameters of a request; other parameters of the address stay.</summary>
    public static Uri Ask(Uri address, bool follow, int? tail)
    {
        var kept = address.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !s_parameters.Contains(parameter.Split('=')[0], StringComparer.OrdinalIgnoreCase));
        IEnumerable<string> asked = follow ? ["follow=1", "sse=1", "timestamps=1"] : ["follow=0", "sse=0"];
        string[] last = tail is null ? [] : [FormattableString.Invariant($"tail={tail}")];
        return new UriBuilder(address) { Query = string.Join("&", [.. kept, .. asked, .. last]), Fragment = "" }.Uri;
    }
}
