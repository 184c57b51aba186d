namespace System.Runtime.CompilerServices;

/// <summary>The type that the compiler needs for <c>init</c>, which netstandard2.0 lacks.</summary>
internal static class IsExternalInit;
