using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>
/// Gives a status its colour: green for what runs, yellow for what is on its way, grey for what rests or is gone, red for what is
/// wrong, none for what is not documented.
/// </summary>
/// <remarks>
/// An engine that has <c>$PSStyle</c> takes the colours out again wherever they do not belong, as it does for its own views: under
/// NO_COLOR, in plain text, in a file, in a host without them. An engine without it would print them, so there they are left out.
/// </remarks>
internal static class StatusText
{
    private const string Red = "\u001b[31m";
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Grey = "\u001b[90m";
    private const string Reset = "\u001b[0m";

    private static readonly bool s_isStyled = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>Gives a status as it is shown.</summary>
    /// <param name="status">The status, safe to print.</param>
    /// <param name="hasError">Whether the instance says what is wrong with it.</param>
    public static string Of(string status, bool hasError) =>
        s_isStyled && Colour(status, hasError) is { } colour ? $"{colour}{status}{Reset}" : status;

    private static string? Colour(string status, bool hasError) => status switch
    {
        "" => null,
        "freezing" => Red,
        _ when hasError => Red,
        "running" => Green,
        "exited" or "removed" => Grey,
        _ => InstanceStatus.All.Any(known => known.Key == status) ? Yellow : null,
    };
}
