namespace Novita.Generator.Pages;

/// <summary>A related link.</summary>
/// <param name="Text">The text, for another page the name of the page.</param>
/// <param name="Address">The web address; null for another page.</param>
public sealed record RelatedLink(string Text, string? Address);
