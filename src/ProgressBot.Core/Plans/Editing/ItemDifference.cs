using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>What differs between an item and the row of the document that it is.</summary>
static class ItemDifference
{
    // both shares of the letters in common, added up
    const double AlikeBothWays = 0.8;

    public static string Where(WorkItem item) => $"{item.Number} {item.Name}";

    public static IEnumerable<PlanChange> Of(WorkItem item, DraftRow row, IReadOnlyList<Unit> units) =>
        [.. Wording(item, row), .. Units(item, row, units), .. Indicators(item, row), .. Deadline(item, row), .. Evidence(item, row)];

    static PlanChange Change(WorkItem item, PlanChangeKind kind, string? before, string? after, params IReadOnlyList<PlanEdit> edits) =>
        new($"{kind}-{item.Id}-{before}→{after}", kind, Where(item), before, after, edits);

    static IEnumerable<PlanChange> Wording(WorkItem item, DraftRow row)
    {
        if (ItemMatch.Bare(item.Section + item.Goal) != ItemMatch.Bare(row.Section + row.Goal))
            yield return Change(item, PlanChangeKind.Wording, Said(item.Section, item.Goal), Said(row.Section, row.Goal), new RewordItem(item.Id, row.Section, row.Goal));
    }

    static string Said(string section, string goal) => section.Length == 0 ? goal : $"{section}：{goal}";

    static IEnumerable<PlanChange> Units(WorkItem item, DraftRow row, IReadOnlyList<Unit> units)
    {
        var there = item.Assignments.Where(part => part.Until is null).Select(part => (Part: part, Unit: units.First(unit => unit.Id == part.UnitId))).ToList();
        foreach (var named in row.Units.DistinctBy(unit => unit.Name))
            if (there.Find(known => known.Unit.IsCalled(named.Name)) is not { Part: { } part })
                yield return Change(item, PlanChangeKind.Unit, null, Part(named.Name, named.Role), new PutAssignment(item.Id, named.Name, named.Role) { IsGroup = named.IsGroup });
            else if (part.Role != named.Role && !named.RoleIsGuess && (named.Role == UnitRole.Lead || part.Role == UnitRole.Lead))
                yield return Change(item, PlanChangeKind.Unit, Part(named.Name, part.Role), Part(named.Name, named.Role), new PutAssignment(item.Id, named.Name, named.Role));
        foreach (var (part, unit) in there.Where(known => !row.Units.Any(named => known.Unit.IsCalled(named.Name))))
            yield return Change(item, PlanChangeKind.Unit, Part(unit.Name, part.Role), null, new RemoveAssignment(item.Id, unit.Id));
    }

    static string Part(string unit, UnitRole role) => unit + (role == UnitRole.Lead ? "（牵头）" : "");

    static IEnumerable<PlanChange> Deadline(WorkItem item, DraftRow row)
    {
        if (row.Deadline?.Date != item.Deadline)
            yield return Change(item, PlanChangeKind.Deadline, Day(item.Deadline), Day(row.Deadline?.Date), new SetDeadline(item.Id, row.Deadline?.Date));
    }

    static string? Day(DateOnly? date) => date is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : null;

    // the same unit of measure and name; or the only one of its unit of measure on both sides
    static IEnumerable<PlanChange> Indicators(WorkItem item, DraftRow row)
    {
        var left = item.Indicators.ToList();
        var open = new List<DraftIndicator>();
        foreach (var named in row.Indicators)
            if (left.Find(known => known.BaseUnit == named.BaseUnit && known.Name == named.Name) is { } same && left.Remove(same)) foreach (var change in Targets(item, same, named)) yield return change;
            else open.Add(named);
        foreach (var named in open)
            if (left.FindAll(known => known.BaseUnit == named.BaseUnit) is [var only] && open.Count(other => other.BaseUnit == named.BaseUnit) == 1 && left.Remove(only)) foreach (var change in Targets(item, only, named)) yield return change;
            else yield return Change(item, PlanChangeKind.Indicator, null, $"{named.Name} {Target(named)}", Put(item, null, named, named.Name, named.Basis));
        foreach (var gone in left)
            yield return Change(item, PlanChangeKind.Indicator, $"{gone.Name} {Target(gone)}", null, new RemoveIndicator(item.Id, gone.Id));
    }

    static IEnumerable<PlanChange> Targets(WorkItem item, Indicator known, DraftIndicator named)
    {
        if (known.Target != named.Normalized || known.Comparator != named.Comparator || known.Aspirational != named.Aspirational)
            yield return Change(item, PlanChangeKind.Target, $"{known.Name} {Target(known)}", $"{known.Name} {Target(named)}", Put(item, known.Id, named with { Deadline = known.Deadline, Sharing = known.Sharing }, known.Name, known.Basis));
        if (known.Deadline != named.Deadline)
            yield return Change(item, PlanChangeKind.Deadline, Dated(known.Name, known.Deadline), Dated(known.Name, named.Deadline), new SetIndicatorDeadline(item.Id, known.Id, named.Deadline));
    }

    static string? Dated(string name, DateOnly? date) => date is null ? null : $"{name} {Day(date)}";

    static PutIndicator Put(WorkItem item, int? id, DraftIndicator named, string name, Basis basis) =>
        new(item.Id, id, name, FigureText.Render(named.Normalized, named.BaseUnit, named.Unit), named.Comparator, named.Aspirational, named.Deadline, basis, named.Sharing);

    static string Target(Indicator indicator) => Worded(indicator.Comparator, indicator.Aspirational) + FigureText.Render(indicator.Target, indicator.BaseUnit, indicator.DisplayUnit);

    static string Target(DraftIndicator indicator) => Worded(indicator.Comparator, indicator.Aspirational) + FigureText.Render(indicator.Normalized, indicator.BaseUnit, indicator.Unit);

    static string Worded(Comparator comparator, bool aspirational) => (aspirational ? "力争" : "") + comparator switch
    {
        Comparator.AtLeast => "不少于",
        Comparator.MoreThan => "超过",
        Comparator.About => "约",
        Comparator.AtMost => "不超过",
        Comparator.LessThan => "不到",
        _ => "",
    };

    static IEnumerable<PlanChange> Evidence(WorkItem item, DraftRow row)
    {
        var left = item.Requirements.ToList();
        var open = row.Evidence.Where(asked => left.Find(line => ItemMatch.Bare(line.Text) == ItemMatch.Bare(asked.Text)) is not { } same || !left.Remove(same)).ToList();
        var overlap = new TextOverlap([.. left.Select(line => line.Text), .. open.Select(asked => asked.Text)]);
        foreach (var asked in open)
            if (left.Find(line => overlap.Share(line.Text, asked.Text) + overlap.Share(asked.Text, line.Text) >= AlikeBothWays) is { } alike && left.Remove(alike))
                yield return Change(item, PlanChangeKind.Evidence, alike.Text, asked.Text, new PutRequirement(item.Id, alike.Id, asked.Text));
            else
                yield return Change(item, PlanChangeKind.Evidence, null, asked.Text, new PutRequirement(item.Id, null, asked.Text));
        foreach (var gone in left)
            yield return Change(item, PlanChangeKind.Evidence, gone.Text, null, new RemoveRequirement(item.Id, gone.Id));
    }
}
