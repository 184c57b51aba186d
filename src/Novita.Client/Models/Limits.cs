using System.Globalization;

namespace Novita;

/// <summary>Checks what is sent against the contract's limits, before any request. A broken limit is an error that names the value and what is allowed.</summary>
internal static class Limits
{
    /// <summary>Checks a text's length in characters. Null counts as empty.</summary>
    /// <exception cref="NovitaException">The text is too short or too long (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Length(string field, string? text, int min, int max)
    {
        var length = text?.Length ?? 0;
        if (length < min)
        {
            throw Invalid($"{field} is missing. It is needed, with up to {max} characters.");
        }

        if (length > max)
        {
            throw Invalid($"{field} has {length} characters, but may have {max} at most.");
        }
    }

    /// <summary>Checks a number's range. Null passes.</summary>
    /// <exception cref="NovitaException">The number is out of range (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Range(string field, int? number, int min, int max)
    {
        if (number < min || number > max)
        {
            throw Invalid(max == int.MaxValue ? $"{field} is {number}, but must be {min} or more." : $"{field} is {number}, but must be from {min} to {max}.");
        }
    }

    /// <summary>Checks how many of something one resource gets.</summary>
    /// <param name="items">What is counted, in the plural.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="max">How many are allowed.</param>
    /// <param name="owner">What has them, with its article.</param>
    /// <exception cref="NovitaException">There are too many (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Count(string items, int count, int max, string owner = "an instance")
    {
        if (count > max)
        {
            throw Invalid(string.Format(CultureInfo.InvariantCulture, "{0} {1} were given, but {3} may have {2} at most.", count, items, max, owner));
        }
    }

    /// <summary>Makes the error of a request that is refused before it is sent.</summary>
    public static NovitaException Invalid(string problem) => new(NovitaErrorKind.RequestInvalid, problem);
}
