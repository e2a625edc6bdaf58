using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A task of the body with its indicators still at their places in the text.</summary>
internal sealed record ReadTask(DraftTask Draft, IReadOnlyList<FoundIndicator> Found, IReadOnlyList<FoundDeadline> Deadlines);

/// <summary>A row with its indicators still at their places in the part of the goal that was searched.</summary>
internal sealed record ReadRow(DraftRow Draft, string Targets, IReadOnlyList<FoundIndicator> Found);

/// <summary>Turns texts into units, evidence, indicators and deadlines.</summary>
/// <param name="year">The plan's year.</param>
/// <param name="firstLeads">The document says somewhere that the unit named first leads.</param>
/// <param name="own">The plan's units of measure.</param>
/// <param name="warnings">Receives what was not understood.</param>
internal sealed class RowReader(int? year, bool firstLeads, MeasureWords? own, List<DraftWarning> warnings)
{
    // 稳中有升 alone does not say of what
    const int ShortGoal = 8;

    // merged cells repeat their text row after row
    readonly StageHeaders _headers = new(year);
    readonly Dictionary<UnitCell, IReadOnlyList<UnitMention>> _units = [];
    readonly Dictionary<string, IReadOnlyList<DraftEvidence>> _evidence = [];

    public ReadRow Row(TableEntry entry)
    {
        var mentions = entry.Units.SelectMany(Units).DistinctBy(mention => mention.Name).ToList();
        var deadline = DeadlineReader.FromCell(entry.Deadline, year);
        var targets = new TargetReader(entry, _headers, year, deadline?.Date, IsGroupOnly(mentions), own);
        var found = targets.Read();
        var row = new DraftRow(
            entry.Section, entry.Goal, UnitRoles.Settle(mentions, HasQuotas(found, entry.Targets, mentions), firstLeads
                || entry.FirstUnitLeads), Evidence(entry.Evidence),
            [.. found.Select(indicator => indicator.Indicator)], deadline ?? DeadlineReader.First(entry.Goal, year), entry.Source,
                entry.Notes)
        {
            Printed = entry.Printed,
            Milestones = [.. Milestones.Of(found.Count == 0 && entry.Targets.Length < ShortGoal && !entry.Goal.Any(char.IsAsciiDigit)
                ? entry.Goal : entry.Targets, found, year, deadline?.Date), .. targets.Milestones],
            Progress = entry.Progress.Length > 0 ? entry.Progress : null,
            Opening = OpeningFigures.Of(entry.Progress, found, own),
            Partner = entry.Partner.Length > 0 ? entry.Partner : null,
            Programme = entry.Programme.Length > 0 ? entry.Programme : null,
        };
        Warn(entry, mentions, row, targets.Unread);
        return new ReadRow(row, entry.Targets, found);
    }

    public ReadTask Task(TextPoint point)
    {
        var mentions = UnitList.Parse(point.Bracket.Units);
        var deadline = DeadlineReader.FromCell(point.Bracket.Deadline, year);
        var entry = new TableEntry(string.Empty, point.Text, point.Text,
            new DraftSource(0, point.Line, point.Page, point.Line, null)) { Subject = Spacing.Tighten(point.Title) };
        var found = new TargetReader(entry, _headers, year, deadline?.Date, IsGroupOnly(mentions), own).Read();
        var task = new DraftTask(
            point.Number, Spacing.Tighten(point.Title), point.Text,
                UnitRoles.Settle(mentions, HasQuotas(found, point.Text, mentions), firstLeads),
            [.. found.Select(indicator => indicator.Indicator)], point.Line);
        return new ReadTask(task, found, DeadlineReader.FindAll(point.Text, year));
    }

    IReadOnlyList<UnitMention> Units(UnitCell cell) =>
        _units.TryGetValue(cell, out var known) ? known : _units[cell] = UnitList.Parse(cell.Text, cell.Role);

    IReadOnlyList<DraftEvidence> Evidence(string text) =>
        _evidence.TryGetValue(text, out var known) ? known : _evidence[text] = EvidenceList.Parse(text);

    // 每单位2篇 is meant for all who are named; 每个镇街2篇 only when all of them are 镇 and 街道
    static bool HasQuotas(IReadOnlyList<FoundIndicator> found, string text, IReadOnlyList<UnitMention> mentions) =>
        found.Any(indicator => indicator.Indicator.Sharing == Sharing.PerUnit)
        && (IndicatorReader.IsQuotaOfAll(text) || mentions.All(mention => UnitWords.IsTownship(mention.Name)));

    static bool IsGroupOnly(IReadOnlyList<UnitMention> mentions) => mentions.Count > 0 && mentions.All(mention => mention.IsGroup);

    void Warn(TableEntry entry, List<UnitMention> mentions, DraftRow row, IReadOnlyList<string> unread)
    {
        var where = entry.Source.Table > 0 ? $"表{entry.Source.Table}第{entry.Source.Row}行" : $"第{entry.Source.Line}行";
        if (mentions.Count == 0)
            warnings.Add(new DraftWarning(where, "没有读到责任单位。"));
        foreach (var cell in entry.Units.Where(cell => UnitList.IsOpen(cell.Text)))
            warnings.Add(new DraftWarning(where, $"责任单位没有列全（“{cell.Text}”），请补充。"));
        foreach (var day in Unclear(entry, row).Distinct())
            warnings.Add(new DraftWarning(where, $"时限“{day}”没有读懂，没有换算成日期，请核对。"));
        warnings.AddRange(unread.Select(text => new DraftWarning(where, text)));
    }

    // without a year no date can be had, which is said once for the whole document
    IEnumerable<string> Unclear(TableEntry entry, DraftRow row)
    {
        if (row.Deadline is { } own && entry.Deadline.Length > 0 && DeadlineReader.IsUnclear(own, year))
            yield return own.Text;
        foreach (var found in DeadlineReader.FindAll(entry.Targets, year).Where(found => DeadlineReader.IsUnclear(found.Deadline, year)))
            yield return found.Deadline.Text;
    }
}
