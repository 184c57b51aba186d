namespace Novita.Simulator;

/// <summary>What page 0 is where pages are numbered from 1.</summary>
public enum PageZero
{
    /// <summary>The same page as page 1.</summary>
    SameAsFirst,

    /// <summary>Refused: HTTP 400 with reason VALIDATOR_PARAM.</summary>
    Error,

    /// <summary>A page without instances.</summary>
    Empty,
}
