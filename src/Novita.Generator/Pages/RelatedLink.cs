namespace Novita.Generator.Pages;

/// <summary>What to read next: another page or topic, or an address on the web.</summary>
public sealed record RelatedLink(string Text, string? Address);
