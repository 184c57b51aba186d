using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// Reads the value of one member, the reader's current token, into <paramref name="target"/>, and leaves the reader at the value's
/// last token.
/// </summary>
internal delegate void ReadMember<in T>(T target, ref Utf8JsonReader reader);
