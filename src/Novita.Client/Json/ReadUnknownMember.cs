using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a member that the contract does not describe; its name is the current token. The value may be left unread.</summary>
internal delegate void ReadUnknownMember<in T>(T target, ref Utf8JsonReader reader);
