using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Novita.Simulator.Areas.Instances;

/// <summary>Writes members of an instance, those without a value in the instance's own way.</summary>
internal sealed class MemberWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Unset _unset;

    private MemberWriter(Utf8JsonWriter json, Unset unset)
    {
        Json = json;
        _unset = unset;
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>The bytes of an object.</summary>
    public static byte[] Write(Unset unset, Action<MemberWriter> writeMembers)
    {
        using var buffer = new MemoryStream(1024);

        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            writeMembers(new(json, unset));
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public void Digits(string name, long value) => Json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Unix seconds in a string.</summary>
    public void Time(string name, DateTimeOffset? value, long unset) => Digits(name, value?.ToUnixTimeSeconds() ?? unset);

    public void Present(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    public void Optional(string name, string? value)
    {
        if (value is not null || !LeftOut(name))
        {
            Json.WriteString(name, value ?? "");
        }
    }

    public void Optional<T>(string name, ImmutableArray<T> items, Action<T> writeMembers)
    {
        if (items.IsDefaultOrEmpty && LeftOut(name))
        {
            return;
        }

        Json.WriteStartArray(name);

        foreach (var item in items.IsDefault ? [] : items)
        {
            Json.WriteStartObject();
            writeMembers(item);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    public void StatusError(SimulatedError? error)
    {
        if (error is null && LeftOut("statusError"))
        {
            return;
        }

        error ??= new("", "");
        Json.WriteStartObject("statusError");
        Present("state", error.State);
        Present("message", error.Message);
        Json.WriteEndObject();
    }

    public void Variables(ImmutableArray<SimulatedVariable> variables) => Optional("envs", variables, variable =>
    {
        Present("key", variable.Key);
        Present("value", variable.Value);
    });

    /// <summary>Whether a member without a value is done with, by leaving it out or as null; if not, it is to be written empty.</summary>
    private bool LeftOut(string name)
    {
        if (_unset is Unset.Null)
        {
            Json.WriteNull(name);
        }

        return _unset is not Unset.Empty;
    }
}
