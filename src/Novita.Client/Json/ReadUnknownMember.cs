using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads, or passes over, the value of a member that no contract describes: the reader's current token.</summary>
internal delegate void ReadUnknownMember<in T>(T target, string name, ref Utf8JsonReader reader);
