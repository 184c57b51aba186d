namespace Novita.Simulator.Areas.Templates;

/// <summary>How the template calls behave.</summary>
public sealed class TemplateOptions
{
    /// <summary>Whether there is an update call; the newest documentation no longer has one.</summary>
    public bool HasUpdate { get; init; } = true;

    /// <summary>Whether the list lacks what was created through the API, as it does for a while.</summary>
    public bool ListIsLate { get; init; }

    /// <summary>Whether get answers null for a template that was deleted; otherwise an error.</summary>
    public bool MissingIsNull { get; init; }
}
