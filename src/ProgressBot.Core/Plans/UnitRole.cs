namespace ProgressBot.Core.Plans;

/// <summary>A unit's part in a work item.</summary>
public enum UnitRole
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合.</summary>
    Assist,

    /// <summary>One of a group that shares the item equally.</summary>
    Member,
}
