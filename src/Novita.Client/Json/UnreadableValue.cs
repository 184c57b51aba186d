using System.Text.RegularExpressions;

namespace Novita.Client.Json;

/// <summary>A value of a response that does not fit its property.</summary>
/// <param name="Path">The path in the resource, such as <c>portMappings[0].port</c>.</param>
/// <param name="Text">The value as it was sent, shortened; masked where it may be a secret.</param>
/// <param name="Problem">The problem, such as <c>is not a number</c>.</param>
internal sealed record UnreadableValue(string Path, string Text, string Problem)
{
    /// <summary>The path without the indexes of elements: <c>portMappings[].port</c>.</summary>
    public string Field => Regex.Replace(Path, @"\[\d+\]", "[]");
}
