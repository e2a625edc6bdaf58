using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>
/// Changes a plan. In a draft what is taken out is gone; in a plan in force it stays on record and is only no longer followed, because reports hang on it.
/// </summary>
/// <param name="plan">With everything that is followed; what was taken out before need not be there.</param>
/// <param name="units">Every unit there is; new ones are added to it.</param>
/// <param name="hasFigures">Whether anybody has reported a value of an indicator, by its id.</param>
/// <param name="isElsewhere">Whether a unit, by its id, has people, reports, a group, or a part in another plan.</param>
public sealed class PlanEditor(Plan plan, List<Unit> units, Func<int, bool> hasFigures, Func<int, bool> isElsewhere, DateTimeOffset now)
{
    const int LongestName = 60;
    const int LongestText = 1000;

    readonly DateOnly _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone)).DateTime);

    /// <summary>Units that nothing refers to any more after the edits.</summary>
    public List<Unit> Dissolved { get; } = [];

    /// <summary>Makes one change.</summary>
    /// <exception cref="EditRefusedException">It cannot be made; nothing has changed.</exception>
    public void Apply(PlanEdit edit)
    {
        if (plan.State == PlanState.Closed) throw new EditRefusedException(EditRefusal.PlanClosed);
        switch (edit)
        {
            case PutAssignment put: Put(put); break;
            case ConfirmLeads: plan.Items.ForEach(Settle); break;
            case RemoveAssignment remove: Remove(remove); break;
            case MergeUnit merge: Merge(merge); break;
            case SetMembers set: Set(set); break;
            case PutIndicator put: IndicatorEditing.Put(Item(put.Item), put, hasFigures, MeasureWords.Default.With(plan.Counters)); break;
            case RemoveIndicator remove: TakeOut(Item(remove.Item).Indicators, indicator => indicator.Id == remove.Indicator, indicator => indicator.RemovedAt = now, "indicator"); break;
            case SetIndicatorDeadline set: Indicator(set).Deadline = InReach(set.Deadline); break;
            case SetDeadline set: Item(set.Item).Deadline = InReach(set.Deadline); break;
            case PutRequirement put: Put(put); break;
            case RemoveRequirement remove: TakeOut(Item(remove.Item).Requirements, line => line.Id == remove.Requirement, line => line.RemovedAt = now, "requirement"); break;
            case RewordItem reword: (Item(reword.Item).Section, Item(reword.Item).Goal) = (Short(reword.Section, "section", true), Long(reword.Goal, "goal")); break;
            case RemoveItem remove: Remove(remove); break;
            case AddItem add: Add(add.Row); break;
            case SetSource set: (Item(set.Item).Source, Item(set.Item).SourceText) = (set.Source, set.SourceText); break;
            case SetPeriod set: plan.Period = plan.State == PlanState.Draft ? set.Period : throw new EditRefusedException(EditRefusal.PeriodFixed); break;
            default: throw new ArgumentOutOfRangeException(nameof(edit));
        }
    }

    /// <summary>A deadline that makes sense: within ten years of the plan.</summary>
    internal static DateOnly? InReach(DateOnly? deadline) => deadline is { Year: < 2000 or > 2100 } ? throw new EditRefusedException(EditRefusal.DeadlineYear) : deadline;

    internal static string Short(string? text, string what, bool mayBeEmpty = false) => Checked(text, what, LongestName, mayBeEmpty);

    static string Long(string? text, string what) => Checked(text, what, LongestText, false);

    static string Checked(string? text, string what, int longest, bool mayBeEmpty)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0 && !mayBeEmpty) throw new EditRefusedException(EditRefusal.Empty, what);
        return trimmed.Length <= longest ? trimmed : throw new EditRefusedException(EditRefusal.TooLong, what, longest);
    }

    WorkItem Item(int id) => plan.Items.FirstOrDefault(item => item.Id == id && item.RemovedAt is null) ?? throw Gone("item");

    Indicator Indicator(SetIndicatorDeadline set) => Item(set.Item).Indicators.Find(indicator => indicator.Id == set.Indicator && indicator.RemovedAt is null) ?? throw Gone("indicator");

    internal static EditRefusedException Gone(string what) => new(EditRefusal.Gone, what);

    // a list of a draft loses the thing, a list of a plan in force keeps it marked
    void TakeOut<T>(List<T> things, Predicate<T> isMeant, Action<T> mark, string what) where T : class
    {
        var thing = things.Find(isMeant) ?? throw Gone(what);
        if (plan.State == PlanState.Draft) things.Remove(thing);
        else mark(thing);
    }

    void Put(PutAssignment put)
    {
        var item = Item(put.Item);
        var unit = UnitCalled(Short(put.Unit, "unit"));
        if (put.Role == UnitRole.Lead)
            foreach (var other in item.Assignments.Where(other => other.Role == UnitRole.Lead)) other.Role = UnitRole.Assist;
        var assignment = item.Assignments.Find(known => known.UnitId == unit.Id && unit.Id != 0);
        if (assignment is null) item.Assignments.Add(assignment = new Assignment { UnitId = unit.Id, From = plan.State == PlanState.Active ? _today : null });
        (assignment.Role, assignment.Until) = (put.Role, null);
        Settle(item);
    }

    static void Settle(WorkItem item) => item.Assignments.ForEach(assignment => assignment.RoleIsGuess = false);

    void Remove(RemoveAssignment remove)
    {
        var item = Item(remove.Item);
        if (item.Assignments.Count(assignment => assignment.IsIn(_today)) == 1) throw new EditRefusedException(EditRefusal.LastUnit);
        TakeOut(item.Assignments, assignment => assignment.UnitId == remove.Unit, assignment => assignment.Until = _today.AddDays(-1), "unit");
    }

    void Merge(MergeUnit merge)
    {
        var unit = units.Find(unit => unit.Id == merge.Unit) ?? throw Gone("unit");
        var into = units.Find(unit => unit.Id == merge.Into && unit.Id != merge.Unit) ?? throw Gone("unit");
        if (plan.State != PlanState.Draft || isElsewhere(unit.Id)) throw new EditRefusedException(EditRefusal.UnitInUse, unit.Name);
        foreach (var item in plan.Items) Hand(item, unit.Id, into.Id);
        into.Aliases = [.. into.Aliases.Append(unit.Name).Concat(unit.Aliases).Where(name => name != into.Name).Distinct()];
        units.Remove(unit);
        Dissolved.Add(unit);
    }

    static void Hand(WorkItem item, int from, int to)
    {
        if (item.Assignments.Find(assignment => assignment.UnitId == from) is not { } moved) return;
        if (item.Assignments.Find(assignment => assignment.UnitId == to) is { } known)
        {
            if (moved.Role == UnitRole.Lead) (known.Role, known.RoleIsGuess) = (moved.Role, moved.RoleIsGuess);
            item.Assignments.Remove(moved);
        }
        else moved.UnitId = to;
    }

    void Set(SetMembers set)
    {
        var group = units.Find(unit => unit.Id == set.Group && unit.IsGroup) ?? throw Gone("group");
        var members = (set.Units ?? []).Select(name => Short(name, "unit")).Distinct().Select(UnitCalled).DistinctBy(unit => unit.Name).ToList();
        if (members.Any(unit => unit.IsGroup)) throw new EditRefusedException(EditRefusal.GroupInGroup);
        foreach (var gone in group.Members.Where(member => members.All(unit => unit.Id != member.UnitId)).ToList()) Leave(group, gone);
        foreach (var unit in members) Join(group, unit);
    }

    // in a plan in force a member joins today and leaves with yesterday, so that earlier rounds stay as they were
    void Leave(Unit group, GroupMember member)
    {
        if (plan.State == PlanState.Draft) group.Members.Remove(member);
        else if (member.IsIn(_today)) member.Until = _today.AddDays(-1);
    }

    void Join(Unit group, Unit unit)
    {
        if (group.Members.Find(member => member.UnitId == unit.Id) is { } known) known.Until = null;
        else group.Members.Add(new GroupMember { GroupId = group.Id, UnitId = unit.Id, From = plan.State == PlanState.Active ? _today : null });
    }

    Unit UnitCalled(string name) => units.Find(unit => unit.IsCalled(name)) ?? throw new EditRefusedException(EditRefusal.UnknownUnit, name);

    void Put(PutRequirement put)
    {
        var item = Item(put.Item);
        var text = Long(put.Text, "evidence");
        var read = EvidenceList.Parse(text) is [var one] ? one : new DraftEvidence(text, [], null, false);
        var line = put.Requirement is { } id ? item.Requirements.Find(known => known.Id == id) ?? throw Gone("requirement") : null;
        if (line is null) item.Requirements.Add(line = new EvidenceRequirement { Text = text });
        (line.Text, line.Condition, line.Alternatives, line.AwaitsOthers) = (text, read.Condition, [.. read.Alternatives], read.AwaitsOthers);
    }

    void Add(DraftRow row)
    {
        var number = plan.Items.Select(item => item.Number).DefaultIfEmpty().Max() + 1;
        var added = Adoption.Item(row, number, plan.Items.All(item => item.Section != row.Section), named => UnitCalled(named.Name).Id);
        if (plan.State == PlanState.Active) added.Assignments.ForEach(assignment => assignment.From = _today);
        plan.Items.Add(added);
    }

    void Remove(RemoveItem remove)
    {
        var item = Item(remove.Item);
        if (plan.Items.Count(known => known.RemovedAt is null) == 1) throw new EditRefusedException(EditRefusal.LastItem);
        TakeOut(plan.Items, known => known == item, known => known.RemovedAt = now, "item");
    }
}
