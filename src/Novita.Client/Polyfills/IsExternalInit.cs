namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where an <c>init</c> is; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
