using System.Text.RegularExpressions;

namespace Novita.Client.Json;

/// <summary>Masks what opens a door in a web address: what stands before an @, and values in the query that are named like a token, password or key.</summary>
internal static class AddressMask
{
    private static readonly Regex s_secrets = new(
        @"(?<=^[a-z][a-z0-9+.-]*://)[^/?#]+(?=@)|(?<=[?&#;][^=&#;]*(token|password|passwd|pwd|secret|credential|key|sig|auth|jwt|ticket)[^=&#;]*=)[^&#;]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Gives <paramref name="address"/> with its secrets as asterisks; null for null and for an empty one.</summary>
    public static string? Of(string? address) => string.IsNullOrEmpty(address) ? null : s_secrets.Replace(address!, "********");
}
