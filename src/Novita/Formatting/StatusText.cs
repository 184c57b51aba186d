using System.Management.Automation;
using System.Reflection;

namespace Novita.Formatting;

/// <summary>
/// Colours a status: green while the instance runs, yellow while its status changes, grey when it is stopped or removed, red for an error.
/// An undocumented status has no colour.
/// </summary>
/// <remarks>
/// Colours follow <c>$PSStyle</c>, as in PowerShell's own views; NO_COLOR sets <c>$PSStyle</c> to plain text. PowerShell removes the
/// colours for a host that cannot show them, but not if the output of the process is redirected. Windows PowerShell has no <c>$PSStyle</c>
/// and would print the escape sequences.
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

    /// <summary>Returns a status, in its colour if colours are on.</summary>
    /// <param name="status">The status, without control characters.</param>
    /// <param name="hasError">Whether the instance has a StatusError.</param>
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
