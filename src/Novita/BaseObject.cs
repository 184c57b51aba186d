using System.Management.Automation;

namespace Novita;

/// <summary>Removes the wrapper that PowerShell puts around values.</summary>
internal static class BaseObject
{
    /// <summary>Returns the object inside a <see cref="PSObject"/>; any other value unchanged.</summary>
    public static object? Of(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
