namespace ProgressBot.Core.Plans;

/// <summary>责任单位: an organisation, or a group of them (全区各职能部门及国企平台) whose members answer each for themselves.</summary>
public sealed record Unit
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public bool IsGroup { get; init; }

    /// <summary>For a group: who belongs to it, and since when.</summary>
    public IReadOnlyList<GroupMember> Members { get => field ?? []; init; }

    /// <summary>True when somebody means this unit by <paramref name="name"/>.</summary>
    public bool IsCalled(string name) => Aliases.Append(Name).Any(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A unit's membership in a unit group, from the first to the last day inclusive; open where null.</summary>
public sealed record GroupMember
{
    public int GroupId { get; init; }
    public int UnitId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}
