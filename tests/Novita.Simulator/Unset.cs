namespace Novita.Simulator;

/// <summary>How an instance writes its optional members that have no value.</summary>
public enum Unset
{
    /// <summary>They are left out.</summary>
    Omitted,

    /// <summary>They are <c>null</c>.</summary>
    Null,

    /// <summary>They are empty: <c>""</c> or <c>[]</c>, and a status error of two empty texts.</summary>
    Empty,
}
