using Novita.Client.Json;

namespace Novita;

/// <summary>An environment variable of an instance.</summary>
public sealed class EnvironmentVariable : ResourcePart
{
    /// <summary>The variable's name (contract: <c>key</c>).</summary>
    public string Key { get; set; } = "";

    /// <summary>The variable's value, which may be a secret of the user (contract: <c>value</c>).</summary>
    public string? Value { get; set; }

    /// <summary>The name only, so that no value gets into a table or a CSV cell by accident.</summary>
    public override string ToString() => Key;

    private protected override object?[] Values => [Key, Value];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<EnvironmentVariable> Shape { get; } = ShapeOf<EnvironmentVariable>(() => new())
        .Add("key", (variable, ref reader) => variable.Key = JsonInternedString.Read(ref reader) ?? "")
        .Add("value", (variable, ref reader) => variable.Value = JsonString.Read(ref reader));
}
