using System.Management.Automation;

namespace Novita.Lists;

/// <summary>PowerShell's wildcards, ignoring case.</summary>
internal static class Wildcard
{
    /// <summary>Makes a pattern.</summary>
    /// <exception cref="NovitaException">The text is not a valid wildcard (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static WildcardPattern Parse(string text)
    {
        var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // Only a match shows whether it is one.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"'{text}' is not a valid wildcard: a '[' in it has no ']'. Write `[ in single quotes for the character itself, or use "
                    + $"-Exact where there is one.");
        }
    }
}
