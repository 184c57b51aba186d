namespace Novita.Simulator;

/// <summary>How a reply does not arrive.</summary>
public enum LostReply
{
    /// <summary>The connection is cut.</summary>
    Aborted,

    /// <summary>Nothing comes until the client gives up.</summary>
    Hanging,
}
