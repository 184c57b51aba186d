namespace Novita.Client;

/// <summary>The filters of the list call, as the service applies them.</summary>
public sealed record InstanceQuery
{
    /// <summary>Part of the instance's name: the service's fuzzy search (contract: <c>name</c>). Up to 255 characters; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Part of the product's name: the service's fuzzy search (contract: <c>productName</c>). Up to 255 characters; null for all.</summary>
    public string? ProductName { get; init; }

    /// <summary>One status, in the service's spelling (contract: <c>status</c>). Up to 63 characters; null for all.</summary>
    public string? Status { get; init; }

    /// <summary>What is asked for, such as <c>instances like 'train' of '4090' in 'exited'</c>, for a sentence.</summary>
    public override string ToString() => $"instances{Like(" like", Name)}{Like(" of", ProductName)}{Like(" in", Status)}";

    private static string Like(string word, string? text) => text is null ? "" : $"{word} '{VisibleText.Of(text)}'";
}
