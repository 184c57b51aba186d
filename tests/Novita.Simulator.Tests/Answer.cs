using System.Text.Json.Nodes;

namespace Novita.Simulator.Tests;

/// <summary>A response that was read.</summary>
internal sealed record Answer(int Status, string Body, TimeSpan? RetryAfter)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The name of the error; null where there is none.</summary>
    public string? Reason => Status == 200 ? null : (string?)Json["reason"];

    public IEnumerable<string?> Ids(string member) => Json[member]!.AsArray().Select(row => (string?)(row!["id"] ?? row["Id"]));

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
}
