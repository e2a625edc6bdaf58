using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The numbers of one row: those of the goal's words, those of columns with a name of their own, their stages, the
/// money.</summary>
/// <param name="entry">The row as text.</param>
/// <param name="headers">What the headers of stages say.</param>
/// <param name="year">The plan's year.</param>
/// <param name="deadline">The day of the row's own column.</param>
/// <param name="group">The row belongs to a collective only.</param>
/// <param name="own">The plan's units of measure.</param>
internal sealed class TargetReader(TableEntry entry, StageHeaders headers, int? year, DateOnly? deadline, bool group, MeasureWords? own)
{
    readonly List<string> _unread = [];

    /// <summary>Goals without a number that stand in the columns of the stages.</summary>
    public IReadOnlyList<DraftMilestone> Milestones { get; private set; } = [];

    /// <summary>One sentence for each piece that was used for nothing.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public IReadOnlyList<FoundIndicator> Read()
    {
        var found = IndicatorReader.Read(entry.Targets, year, deadline, group, own).ToList();
        found = [.. found.Select(Named).OfType<FoundIndicator>().Select(WithName)];
        found = StageText.Fold(entry.Targets, found, year);
        WarnOfNumbers(found);
        var columns = new StageColumns(entry, headers, year, group, own);
        found = columns.Attach(found);
        Milestones = columns.Milestones;
        _unread.AddRange(columns.Unread);
        return MoneyTarget.Of(entry, own) is { } money ? [.. found, money] : found;
    }

    // figures inside a name (15分钟生活圈) are no targets; null drops them
    FoundIndicator? Named(FoundIndicator found)
    {
        foreach (var named in entry.Named)
        {
            var at = entry.Targets.IndexOf(named.Text, StringComparison.Ordinal);
            if (at < 0 || found.Start < at || found.Start >= at + named.Text.Length)
                continue;
            if (found.Start < at + named.ValueAt)
                return null;
            return IsOnly(named, at) ? found with { Indicator = found.Indicator
                with { Name = named.Name, Phrase = named.Direction + found.Indicator.Phrase, Rule = named.Rule } } : found;
        }

        return found;
    }

    bool IsOnly(NamedTarget named, int at) =>
        FigureReader.Read(entry.Targets.Substring(at, named.Text.Length), own).Count(figure => figure.Start >= named.ValueAt) == 1;

    // every target has a name: where its words give none, the row's subject does
    FoundIndicator WithName(FoundIndicator found)
    {
        var name = found.Indicator.Name;
        if (IndicatorName.IsEnough(name))
            return found;
        var subject = IndicatorName.OfSubject(entry.Subject.Length > 0 ? entry.Subject : entry.Section);
        return found with { Indicator = found.Indicator
            with { Name = subject.Length == 0 && name.Length == 0 ? "目标值" : subject.EndsWith(name, StringComparison.Ordinal) ? subject
            : subject + name } };
    }

    void WarnOfNumbers(List<FoundIndicator> found)
    {
        foreach (var named in entry.Named)
        {
            var at = entry.Targets.IndexOf(named.Text, StringComparison.Ordinal);
            if (at >= 0 && named.Text.AsSpan(named.ValueAt).IndexOfAnyInRange('0', '9') >= 0
                && !found.Exists(indicator => indicator.Start >= at && indicator.Start < at + named.Text.Length))
                _unread.Add($"“{named.Text}”没有读成指标（缺计量单位，或者是名次、分值），请核对。");
        }
    }
}
