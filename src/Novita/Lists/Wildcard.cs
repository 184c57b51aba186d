using System.Management.Automation;

namespace Novita.Lists;

/// <summary>Parses wildcards of PowerShell that ignore case.</summary>
internal static class Wildcard
{
    /// <summary>Parses a text.</summary>
    /// <exception cref="NovitaException">The text is not a valid wildcard (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static WildcardPattern Parse(string text)
    {
        var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // Get does not check the text: only a match throws.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"'{text}' is not a valid wildcard: it has a '[' without a ']'. For the character itself write `[ in single quotes, or use "
                + "-Exact if the cmdlet has it.");
        }
    }
}
