using System.Text.Json.Nodes;

namespace Novita.Client.Tests.Simulation;

/// <summary>A reply that was read.</summary>
internal sealed record Answer(int Status, string Body, TimeSpan? RetryAfter)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Text(string name) => (string?)Json[name];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
}
