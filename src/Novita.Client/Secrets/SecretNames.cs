namespace Novita.Client.Secrets;

/// <summary>Decides by name whether a value is a secret, ignoring case, <c>_</c> and <c>-</c>.</summary>
internal static class SecretNames
{
    private static readonly string[] s_anywhere =
    [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "credential",
        "authorization", "apikey", "accesskey", "privatekey", "signature", "jwt",
    ];

    // Members with these names are often not secret; in an address, masking a value that is not secret does little harm.
    private static readonly string[] s_inAddresses = ["pass", "key", "sig", "auth", "ticket", "session", "access"];

    /// <summary>Whether a member is secret. (<c>imageAuth</c> holds user and password, <c>imageAuthId</c> does not.)</summary>
    public static bool IsSecret(string name)
    {
        name = Normalize(name);
        return HasAny(name, s_anywhere) || string.Equals(name, "imageauth", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a parameter of an address is secret.</summary>
    public static bool IsSecretInAddress(string name)
    {
        name = Normalize(Uri.UnescapeDataString(name));
        return name == "code" || HasAny(name, s_anywhere) || HasAny(name, s_inAddresses);
    }

    private static string Normalize(string name) => name.Replace("_", "").Replace("-", "");

    private static bool HasAny(string name, string[] words) =>
        Array.Exists(words, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
