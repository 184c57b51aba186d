using System.Management.Automation;
using System.Reflection;

namespace Novita.Formatting;

/// <summary>
/// Gives a status its colour: green for what runs, yellow for what is on its way, grey for what rests or is gone, red for what is
/// wrong, none for what is not documented.
/// </summary>
/// <remarks>
/// As the engine's own views do, this gives colours where <c>$PSStyle</c> wants any, and the engine takes them out again for a host
/// or a command that shows none. NO_COLOR is plain text to <c>$PSStyle</c>. What the engine leaves in is colours for a process whose
/// output is redirected. Windows PowerShell has no <c>$PSStyle</c>, and would print the escape sequences.
/// </remarks>
internal static class StatusText
{
    private const string Red = "\u001b[31m";
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Grey = "\u001b[90m";
    private const string Reset = "\u001b[0m";

    private static readonly Type? s_styleType = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
    private static readonly object? s_style = s_styleType?.GetProperty("Instance")?.GetValue(null);
    private static readonly PropertyInfo? s_rendering = s_styleType?.GetProperty("OutputRendering");

    private static bool IsColoured => $"{s_rendering?.GetValue(s_style)}" switch
    {
        "Ansi" => true,
        "Host" => !Console.IsOutputRedirected,
        _ => false,
    };

    /// <summary>Gives a status as it is shown.</summary>
    /// <param name="status">The status, safe to print.</param>
    /// <param name="hasError">Whether the instance says what is wrong with it.</param>
    public static string Of(string status, bool hasError) =>
        IsColoured && Colour(status, hasError) is { } colour ? $"{colour}{status}{Reset}" : status;

    private static string? Colour(string status, bool hasError) => status switch
    {
        "" => null,
        "freezing" => Red,
        _ when hasError => Red,
        InstanceStatus.Running => Green,
        InstanceStatus.Exited or InstanceStatus.Removed => Grey,
        _ => InstanceStatus.Values.Contains(status) ? Yellow : null,
    };
}
