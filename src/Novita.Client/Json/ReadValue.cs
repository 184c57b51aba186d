using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a value that the reader stands at; null for null.</summary>
internal delegate T? ReadValue<T>(ref Utf8JsonReader reader)
    where T : class;
