namespace ProgressBot.Core.Plans.Editing;

/// <summary>Units that turn out to be the same, and the members of unit groups.</summary>
static class UnitEditing
{
    public static Unit Called(IReadOnlyList<Unit> units, string name) => units.FirstOrDefault(unit => unit.IsCalled(name)) ?? throw new EditRefusedException(EditRefusal.UnknownUnit, name);

    /// <exception cref="EditRefusedException">The unit is in use, or one of the two is gone.</exception>
    public static EditedPlan Merge(EditedPlan before, MergeUnit merge, EditFacts facts)
    {
        var unit = before.Units.FirstOrDefault(unit => unit.Id == merge.Unit) ?? throw PlanEditor.Gone("unit");
        var into = before.Units.FirstOrDefault(unit => unit.Id == merge.Into && unit.Id != merge.Unit) ?? throw PlanEditor.Gone("unit");
        if (before.Plan.State != PlanState.Draft || facts.IsElsewhere(unit.Id)) throw new EditRefusedException(EditRefusal.UnitInUse, unit.Name);
        var known = into with { Aliases = [.. into.Aliases.Append(unit.Name).Concat(unit.Aliases).Where(name => name != into.Name).Distinct()] };
        return new EditedPlan(
            before.Plan with { Items = [.. before.Plan.Items.Select(item => Hand(item, unit.Id, into.Id, facts.Numbers))] },
            [.. before.Units.Where(each => each.Id != unit.Id).Select(each => each.Id == into.Id ? known : each)]);
    }

    // a part in an item never changes its unit: the old one goes, a new one comes
    static WorkItem Hand(WorkItem item, int from, int to, RowNumbers numbers)
    {
        if (item.Assignments.FirstOrDefault(part => part.UnitId == from) is not { } moved) return item;
        var others = item.Assignments.Where(part => part.UnitId != from).ToList();
        if (!others.Exists(part => part.UnitId == to)) return item with { Assignments = [.. others, moved with { Id = numbers.Next<Assignment>(), UnitId = to }] };
        return moved.Role != UnitRole.Lead ? item with { Assignments = others } : item with
        {
            Assignments = [.. others.Select(part => part.UnitId == to ? part with { Role = moved.Role, RoleIsGuess = moved.RoleIsGuess } : part)],
        };
    }

    /// <exception cref="EditRefusedException">There is no such group, or a member is a group itself.</exception>
    public static EditedPlan Set(EditedPlan before, SetMembers set, DateOnly today)
    {
        var group = before.Units.FirstOrDefault(unit => unit.Id == set.Group && unit.IsGroup) ?? throw PlanEditor.Gone("group");
        var members = (set.Units ?? []).Select(name => Called(before.Units, name.Trim())).DistinctBy(unit => unit.Id).ToList();
        if (members.Exists(unit => unit.IsGroup)) throw new EditRefusedException(EditRefusal.GroupInGroup);
        var isActive = before.Plan.State == PlanState.Active;
        var stay = group.Members.Select(member => members.Exists(unit => unit.Id == member.UnitId) ? member with { Until = null } : Left(member, today, before.Plan.State)).OfType<GroupMember>().ToList();
        var join = members.Where(unit => !stay.Exists(member => member.UnitId == unit.Id)).Select(unit => new GroupMember { GroupId = group.Id, UnitId = unit.Id, From = isActive ? today : null });
        var changed = group with { Members = [.. stay, .. join] };
        return before with { Units = [.. before.Units.Select(unit => unit.Id == group.Id ? changed : unit)] };
    }

    // in a plan in force a member joins today and leaves with yesterday, so that earlier rounds stay as they were
    static GroupMember? Left(GroupMember member, DateOnly today, PlanState state) => state == PlanState.Draft ? null : member.IsIn(today) ? member with { Until = today.AddDays(-1) } : member;
}
