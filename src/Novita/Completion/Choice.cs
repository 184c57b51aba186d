using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Completion;

/// <summary>A completion of an argument.</summary>
/// <param name="Value">The argument's value.</param>
/// <param name="Name">A name that the user may type instead of the value; null or empty if there is no such name.</param>
/// <param name="Tooltip">A description.</param>
internal sealed record Choice(string Value, string? Name, string Tooltip)
{
    /// <summary>The text of the argument: the value, escaped if necessary.</summary>
    public string Argument { get; init; } = Value;

    /// <summary>Joins the parts of a tooltip that are not empty.</summary>
    public static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Returns whether the value or the name begins with what was typed, ignoring case.</summary>
    public bool Begins(string typed) => Begins(Value, typed) || Begins(Argument, typed) || (Name is not null && Begins(Name, typed));

    /// <summary>Returns the completion as PowerShell needs it.</summary>
    public CompletionResult ToResult()
    {
        var shown = VisibleText.Of(string.IsNullOrEmpty(Name) ? Value : $"{Name} ({Value})");
        var tooltip = Tooltip.Length == 0 ? shown : VisibleText.Of(Tooltip);
        return new CompletionResult(ArgumentText.Of(Argument), shown, CompletionResultType.ParameterValue, tooltip);
    }

    private static bool Begins(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
