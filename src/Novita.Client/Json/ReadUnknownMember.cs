using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a member that no contract describes, at whose name the reader stands. It may leave the value, or the rest of it.</summary>
internal delegate void ReadUnknownMember<in T>(T target, ref Utf8JsonReader reader);
