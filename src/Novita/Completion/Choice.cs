using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Completion;

/// <summary>Something that an argument can be completed to.</summary>
/// <param name="Value">The argument's value.</param>
/// <param name="Name">What a person calls it, who may type that instead; null or empty where it is the value itself.</param>
/// <param name="Tooltip">What it is.</param>
internal sealed record Choice(string Value, string? Name, string Tooltip)
{
    /// <summary>The argument's text: the value, unless the parameter takes it for something else.</summary>
    public string Argument { get; init; } = Value;

    /// <summary>Joins those parts of a tooltip that there are.</summary>
    public static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Whether it begins with what was typed, ignoring case.</summary>
    public bool Begins(string typed) => Begins(Value, typed) || Begins(Argument, typed) || (Name is not null && Begins(Name, typed));

    /// <summary>Gives it as PowerShell shows it.</summary>
    public CompletionResult ToResult()
    {
        var shown = VisibleText.Of(string.IsNullOrEmpty(Name) ? Value : $"{Name} ({Value})");
        return new CompletionResult(ArgumentText.Of(Argument), shown, CompletionResultType.ParameterValue, Tooltip.Length == 0 ? shown
            : VisibleText.Of(Tooltip));
    }

    private static bool Begins(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
