namespace Novita;

/// <summary>A way into an instance. What it shows has no secret of that instance in it, wherever in the reply that stood.</summary>
public abstract class InstanceConnection
{
    /// <summary>Only the documented ways are made.</summary>
    private protected InstanceConnection()
    {
    }

    /// <summary>Whether it is there: the server runs, the logs are kept (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; internal set; }

    /// <summary>The instance that it is of, whose secrets are masked here too.</summary>
    internal InstanceDetail? Owner { get; set; }
}
