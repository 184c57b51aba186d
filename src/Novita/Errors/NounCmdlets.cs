using System.Globalization;

namespace Novita.Errors;

/// <summary>Names the cmdlets of a noun, for advice.</summary>
internal static class NounCmdlets
{
    /// <summary>The cmdlet that reads the noun, such as <c>Get-NovitaNetworkStorage</c>.</summary>
    public static string Get<T>()
        where T : Resource =>
        Get(Noun<T>.Singular);

    /// <summary>The cmdlet that reads a noun given in words, such as <c>network storage</c>.</summary>
    public static string Get(string noun) => noun == Noun<CpuProduct>.Singular
        ? $"{Get<Product>()} -Cpu"
        : $"Get-Novita{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(noun).Replace(" ", "")}";
}
