namespace ProgressBot.Core.Plans;

/// <summary>分工: a work item given to a unit.</summary>
public sealed class Assignment
{
    public int Id { get; set; }
    public int WorkItemId { get; set; }
    public int UnitId { get; set; }
    public UnitRole Role { get; set; }

    /// <summary>The document marks no lead; the first unit was proposed and the coordinator has not confirmed it.</summary>
    public bool RoleIsGuess { get; set; }

    /// <summary>A unit may join or leave in mid-year; open where null.</summary>
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}
