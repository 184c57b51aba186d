namespace Novita;

/// <summary>The channels that a template is documented to come from.</summary>
public sealed class TemplateChannel : KnownValues
{
    internal const string Private = "private";

    /// <summary>Lists the documented values.</summary>
    public TemplateChannel()
        : base(
            new("official", "Made by Novita"),
            new("community", "Published by other users"),
            new(Private, "The account's own"))
    {
    }

    /// <summary>The documented values.</summary>
    public static TemplateChannel Values { get; } = new();
}
