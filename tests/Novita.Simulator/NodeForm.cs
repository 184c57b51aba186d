namespace Novita.Simulator;

/// <summary>How a get reply carries its <c>node</c>.</summary>
public enum NodeForm
{
    /// <summary>As documented: an array.</summary>
    List,

    /// <summary>As seen elsewhere: one object.</summary>
    Bare,
}
