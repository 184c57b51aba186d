namespace Novita.Simulator;

/// <summary>How a list reply carries its <c>total</c>.</summary>
public enum TotalForm
{
    /// <summary>As a JSON number.</summary>
    Number,

    /// <summary>As a JSON string of digits.</summary>
    Text,

    /// <summary>Not at all.</summary>
    Absent,
}
