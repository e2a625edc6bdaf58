namespace ProgressBot.Core.Plans;

/// <summary>分工: a work item given to a unit.</summary>
public sealed record Assignment
{
    public int Id { get; init; }
    public int WorkItemId { get; init; }
    public int UnitId { get; init; }
    public UnitRole Role { get; init; }

    /// <summary>The document marks no lead; the first unit was proposed and the coordinator has not confirmed it.</summary>
    public bool RoleIsGuess { get; init; }

    /// <summary>A unit may join or leave in mid-year; open where null.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}
