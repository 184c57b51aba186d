using System.Text.RegularExpressions;

namespace Novita.Parameters;

/// <summary>Refuses arguments beyond a cmdlet's parameters. PowerShell's own message would quote it, and it may be a secret.</summary>
internal static class StrayArguments
{
    /// <exception cref="NovitaException">There are some (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Refuse(string cmdlet, object[]? arguments, string example)
    {
        if (arguments is { Length: > 0 })
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid, arguments.Select(value => $"{value}")
                .FirstOrDefault(IsParameterName) is { } unknown
                ? $"{cmdlet} has no parameter '{unknown}'. Get-Help {cmdlet} shows those it has."
                : $"{cmdlet} was given more than it takes. Name each value, as in {example}.");
        }
    }

    /// <summary>Tells whether this is a parameter's name, letters alone, and surely no secret.</summary>
    private static bool IsParameterName(string text) => Regex.IsMatch(text, "^-[A-Za-z]{1,30}:?$");
}
