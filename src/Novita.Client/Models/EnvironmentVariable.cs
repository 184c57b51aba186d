using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>An environment variable of an instance.</summary>
public sealed class EnvironmentVariable
{
    /// <summary>The variable's name (contract: <c>key</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string Key { get; internal set => field = value ?? ""; } = "";

    /// <summary>The variable's value, which may be a secret of yours (contract: <c>value</c>).</summary>
    [JsonInclude]
    public string? Value { get; internal set; }

    /// <summary>The name alone: a value must not reach a table or a CSV cell by accident.</summary>
    public override string ToString() => Key;
}
