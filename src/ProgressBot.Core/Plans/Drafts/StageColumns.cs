using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Gives the numbers of the columns 一季度, 上半年 … to the row's indicators as interim targets.</summary>
/// <param name="entry">The row as text.</param>
/// <param name="headers">What the columns' headers say.</param>
/// <param name="year">The plan's year.</param>
/// <param name="group">The row belongs to a collective only.</param>
/// <param name="own">The plan's units of measure.</param>
internal sealed partial class StageColumns(TableEntry entry, StageHeaders headers, int? year, bool group, MeasureWords? own)
{
    readonly List<DraftMilestone> _milestones = [];
    readonly List<string> _unread = [];

    /// <summary>What stands there without a number.</summary>
    public IReadOnlyList<DraftMilestone> Milestones => _milestones;

    /// <summary>One sentence for each cell that fits no indicator.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public List<FoundIndicator> Attach(List<FoundIndicator> found)
    {
        if (entry.Stages.Count == 0)
            return found;
        var values = entry.Stages.SelectMany(cell => Values(cell, found)).ToList();
        var targets = found.Count > 0 ? found : Invented(values);
        return [.. targets.Select(target => target
            with { Indicator = WithStages(target.Indicator,
            [.. values.Where(value => value.Fits(target.Indicator, targets) && !IsRest(value, target.Indicator))]) })];
    }

    /// <summary>A number of a stage's cell.</summary>
    /// <param name="Name">The part of the year as printed.</param>
    /// <param name="IsOwn">The header speaks of the quarter alone, not of the year so far.</param>
    sealed record StageValue(string Name, DateOnly? Deadline, decimal Normalized, string BaseUnit, string Unit, string Phrase,
        Comparator Comparator, string Words, bool IsOwn, bool IsBare)
    {
        // the same unit, a share of it, or a number without a unit beside the only target
        public bool Fits(DraftIndicator target, List<FoundIndicator> all)
        {
            var same = all.Where(other => other.Indicator.BaseUnit == BaseUnit).ToList();
            if (same.Count > 1)
                return (same.Find(other => Words.Contains(other.Indicator.Name, StringComparison.Ordinal)) ?? same[0]).Indicator == target;
            return same.Count == 1 ? target.BaseUnit == BaseUnit : all[0].Indicator == target && (IsBare || BaseUnit == "%");
        }

        public decimal In(DraftIndicator target) =>
            BaseUnit == target.BaseUnit ? Normalized
            : BaseUnit == "%" ? target.Normalized * Normalized / 100
            : Normalized * (target.Value == 0 ? 1 : target.Normalized / target.Value);
    }

    IEnumerable<StageValue> Values(StageCell cell, List<FoundIndicator> found)
    {
        if (Nothing().IsMatch(cell.Text))
            yield break;
        var (name, day, _, each) = headers.Of(cell.Header);
        var read = name.Length == 0 && !each ? Dated(cell) : Numbers(cell, found)
            .Select(value => value with { Name = name, Deadline = day }).ToList();
        if (each && read is [var single])
            read = [.. Enumerable.Range(1, 4).Select(quarter => single
                with { Name = $"{"一二三四"[quarter - 1]}季度", Deadline = EndOfQuarter(quarter), IsOwn = true })];
        if (read.Count == 0)
            Without(cell, name, day);
        foreach (var value in read)
            yield return value;
    }

    // a cell without a number is a goal of its own by that day
    void Without(StageCell cell, string name, DateOnly? day)
    {
        if (cell.Text.Any(char.IsAsciiDigit) && name.Length == 0)
            _unread.Add($"“{cell.Header}”列的“{cell.Text}”没有读懂，请核对。");
        else if (DeadlineReader.First(cell.Text, year)?.Text.Length == cell.Text.Length)
            _unread.Add($"“{cell.Header}”列的“{cell.Text}”没有对应的指标，请核对。");
        else
            foreach (var clause in OutsideBrackets.Split(cell.Text, "。；;\n"))
                _milestones.Add(new DraftMilestone(ListMark.Strip(Spacing.Tighten(clause.Text)),
                    DeadlineReader.First(clause.Text, year)?.Date ?? day));
    }

    List<StageValue> Numbers(StageCell cell, List<FoundIndicator> found)
    {
        var isOwn = headers.Of(cell.Header).IsOwn;
        if (BareTarget.Of(cell.Text) is { Unit: "" } bare)
        {
            var unit = cell.Unit.Length > 0 ? cell.Unit : found.Count > 0 && !bare.Number.EndsWith('万') && !bare.Number.EndsWith('亿')
                ? found[0].Indicator.Unit : string.Empty;
            return [.. FigureReader.Read(bare.Lead + bare.Number + unit + bare.Tail, own)
                .Select(figure => Value(figure, string.Empty, isOwn, true))];
        }

        return [.. FigureReader.Read(cell.Text, own).Where(figure => figure.Unit.Length > 0)
            .Select(figure => Value(figure, cell.Text[Clauses.Start(cell.Text, figure.Start)..figure.Start], isOwn, false))];
    }

    // 序时进度: 6月底前完成50%，9月底前75%
    List<StageValue> Dated(StageCell cell)
    {
        var days = DeadlineReader.FindAll(cell.Text, year);
        return [.. FigureReader.Read(cell.Text, own).Where(figure => figure.Unit.Length > 0)
            .Select(figure => (Figure: figure, Day: days.LastOrDefault(day => day.End <= figure.Start).Deadline))
                .Where(pair => pair.Day is not null)
            .Select(pair => Value(pair.Figure, string.Empty, false, false) with { Name = pair.Day.Text, Deadline = pair.Day.Date })];
    }

    static StageValue Value(FoundFigure figure, string words, bool isOwn, bool isBare) =>
        new(string.Empty, null, figure.Normalized, figure.BaseUnit, figure.Unit, figure.Phrase, figure.Comparator, words, isOwn, isBare);

    DateOnly? EndOfQuarter(int quarter) => year is { } known ? new DateOnly(known, quarter * 3, DateTime.DaysInMonth(known, quarter * 3))
        : null;

    // the row has no goal of its own: the last stage is the target, or the quarters' sum
    List<FoundIndicator> Invented(List<StageValue> values)
    {
        var last = values.LastOrDefault();
        if (last is null || last.BaseUnit.Length == 0)
            return [];
        var summed = values.Count == 4 && values.TrueForAll(value => value.IsOwn && value.BaseUnit == last.BaseUnit) && !IsRising(values);
        var (value, total) = summed ? (0m, values.Sum(each => each.Normalized)) : (last.Normalized, last.Normalized);
        var factor = last.Normalized == 0 ? 1 : value == 0 ? total / last.Normalized : 1;
        var printed = FigureReader.Read(last.Phrase, own) is [var figure, ..] ? figure.Value : last.Normalized;
        return [new FoundIndicator(
            new DraftIndicator(
                IndicatorName.OfSubject(entry.Subject), last.Phrase, last.Comparator, printed * factor, last.Unit, total, last.BaseUnit,
                    last.Deadline,
                group ? Sharing.Summed : Sharing.LeadReports, false, Basis.Cumulative) { Rule = summed ? TargetRule.SumOfQuarters
                    : TargetRule.LastStage }, 0, 0)];
    }

    static bool IsRising(List<StageValue> values) => values.Zip(values.Skip(1)).All(pair => pair.Second.Normalized > pair.First.Normalized);

    DraftIndicator WithStages(DraftIndicator target, List<StageValue> values)
    {
        if (values.Count == 0)
            return target;
        var amounts = values.ConvertAll(value => value.In(target));
        var parts = values.Count > 1 && values.TrueForAll(value => value.IsOwn) && amounts[^1] != target.Normalized
            && amounts.Sum() == target.Normalized;
        var each = entry.Stages.Any(cell => headers.Of(cell.Header).IsEach);
        var total = 0m;
        var stages = values.Select((value, index) => new DraftStage(value.Name, value.Deadline, total = parts || each
            ? total + amounts[index] : amounts[index])).ToList();
        if (stages.Exists(stage => stage.Normalized > target.Normalized)
            || stages.Zip(stages.Skip(1)).Any(pair => pair.Second.Normalized < pair.First.Normalized))
            _unread.Add($"“{target.Name}”的阶段目标与全年目标不相符，请核对。");
        return target with { Stages = [.. target.Stages, .. stages.Where(stage => !IsTarget(stage, target))] };
    }

    // 下半年目标 beside what the first half has brought is only the year's rest
    bool IsRest(StageValue value, DraftIndicator target)
    {
        var rest = value is { IsOwn: true, Deadline.Month: 12 } && entry.Stages.Count == 1 && value.In(target) < target.Normalized;
        if (rest)
            _unread.Add($"“{value.Name}”的“{value.Phrase}”只是当期数，没有作为阶段目标，请核对。");
        return rest;
    }

    static bool IsTarget(DraftStage stage, DraftIndicator target) =>
        stage.Normalized == target.Normalized && (stage.Deadline is { Month: 12 } || stage.Deadline == target.Deadline);

    [GeneratedRegex("^[-—–/\\\\－无]*$")]
    private static partial Regex Nothing();
}
