namespace Novita.Client.Tests.Fixtures;

public enum ModelTotal
{
    Right,
    Absent,

    /// <summary>Another one on each page.</summary>
    Changing,
    TooHigh,
}
