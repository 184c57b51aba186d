using System.Text.RegularExpressions;

namespace Novita.Parameters;

/// <summary>
/// Refuses arguments that belong to no parameter. PowerShell's own message would quote an argument, which may be a secret.
/// </summary>
internal static class StrayArguments
{
    /// <summary>Throws if there are such arguments.</summary>
    /// <param name="cmdlet">The name of the cmdlet.</param>
    /// <param name="arguments">The arguments that belong to no parameter.</param>
    /// <param name="example">A valid call, for the message.</param>
    /// <exception cref="NovitaException">There are such arguments (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Refuse(string cmdlet, object[]? arguments, string example)
    {
        if (arguments is { Length: > 0 })
        {
            var unknown = arguments.Select(value => $"{value}").FirstOrDefault(IsParameterName);
            throw Limits.Invalid(unknown is null
                ? $"{cmdlet} was given too many arguments. Name each value, as in {example}."
                : $"{cmdlet} has no parameter '{unknown}'. Get-Help {cmdlet} shows its parameters.");
        }
    }

    // A dash and a few letters: a parameter's name, and never a secret.
    private static bool IsParameterName(string text) => Regex.IsMatch(text, "^-[A-Za-z]{1,30}:?$");
}
