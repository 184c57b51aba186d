namespace Novita.Client.Http;

/// <summary>Reads the body of a successful response. (A span cannot be a type argument of Func.)</summary>
internal delegate T ReadBody<out T>(ReadOnlySpan<byte> body);
