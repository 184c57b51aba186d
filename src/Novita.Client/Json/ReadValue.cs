using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a value, the reader's current token; returns null for null.</summary>
internal delegate T? ReadValue<T>(ref Utf8JsonReader reader)
    where T : class;
