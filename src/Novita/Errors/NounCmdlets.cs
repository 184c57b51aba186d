using System.Globalization;

namespace Novita.Errors;

/// <summary>Returns the names of cmdlets, for the advice of an error.</summary>
internal static class NounCmdlets
{
    /// <summary>Returns the cmdlet that reads a noun, such as <c>Get-NovitaNetworkStorage</c>.</summary>
    public static string Get<T>()
        where T : Resource =>
        Get(Noun<T>.Singular);

    /// <summary>Returns the cmdlet that reads a noun given in words, such as <c>network storage</c>.</summary>
    public static string Get(string noun) => noun == Noun<CpuProduct>.Singular
        ? $"{Get<Product>()} -Cpu"
        : $"Get-Novita{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(noun).Replace(" ", "")}";
}
