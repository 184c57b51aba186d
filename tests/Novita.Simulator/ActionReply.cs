namespace Novita.Simulator;

/// <summary>What is in the reply to an action that went through; nothing about it is documented. A create always replies its id.</summary>
public enum ActionReply
{
    /// <summary>The id and the new state after start, stop and restart, nothing after delete, <c>{}</c> after the others.</summary>
    AsSeen,

    /// <summary>Nothing at all.</summary>
    Empty,

    /// <summary><c>{}</c>.</summary>
    EmptyObject,
}
