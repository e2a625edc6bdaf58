namespace ProgressBot.Core.Plans;

/// <summary>责任单位: an organisation, or a group of them (全区各职能部门及国企平台) whose members answer each for themselves.</summary>
public sealed class Unit
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public List<string> Aliases { get; set; } = [];
    public bool IsGroup { get; set; }

    /// <summary>For a group: who belongs to it, and since when.</summary>
    public List<GroupMember> Members { get; } = [];

    /// <summary>True when somebody means this unit by <paramref name="name"/>.</summary>
    public bool IsCalled(string name) => Aliases.Append(Name).Any(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A unit's membership in a unit group, from the first to the last day inclusive; open where null.</summary>
public sealed class GroupMember
{
    public int GroupId { get; set; }
    public int UnitId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}
