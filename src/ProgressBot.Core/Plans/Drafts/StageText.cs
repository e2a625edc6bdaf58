using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Finds the interim targets in a goal's words: 改造20个，6月底前完成50%，年底前全部完成.</summary>
internal static partial class StageText
{
    /// <summary>The targets with their stages; figures that are stages are targets no more.</summary>
    public static List<FoundIndicator> Fold(string text, IReadOnlyList<FoundIndicator> found, int? year)
    {
        var dates = DeadlineReader.FindAll(text, year);
        var result = new List<FoundIndicator>();
        foreach (var figure in found)
            if (Lead(text, figure, dates) is { } day && Head(text, result, figure, day) is { } head)
                result[head] = With(result[head], figure, day, text, dates);
            else if (figure.Indicator.BaseUnit == "%" && Lead(text, figure, dates) is { } first && IsShareOfWork(text, figure, dates))
                result.Add(Whole(text, figure, first, dates));
            else
                result.Add(figure);
        return [.. result.Select(each => each with { Indicator = Finished(each.Indicator, text, each, dates) })];
    }

    /// <summary>The day in front of a figure with nothing between but words of completion; null when other words stand there.</summary>
    static FoundDeadline? Lead(string text, FoundIndicator figure, IReadOnlyList<FoundDeadline> dates)
    {
        var start = Clauses.Start(text, figure.Start);
        var day = dates.LastOrDefault(date => date.Start >= start && date.End <= figure.Start);
        return day.Deadline is null ? default(FoundDeadline?) : day;
    }

    static string Between(string text, FoundIndicator figure, FoundDeadline day) => Spacing.Remove(text[day.End..figure.Start]);

    // a share of the target before it, or the same quantity by an earlier day
    static int? Head(string text, List<FoundIndicator> before, FoundIndicator figure, FoundDeadline day)
    {
        if (before.Count == 0)
            return null;
        var (last, words) = (before[^1], Words(text, figure, day));
        var gap = text[last.End..figure.Start];
        if (gap.Contains('\n') || gap.Count(character => character is '。' or '；') > 1)
            return null;
        var completion = Completion().IsMatch(words);
        var isSame = last.Indicator.BaseUnit == figure.Indicator.BaseUnit
            && (completion || figure.Indicator.Name == last.Indicator.Name
                || words.EndsWith(last.Indicator.Name, StringComparison.Ordinal));
        var isShare = figure.Indicator.BaseUnit == "%" && last.Indicator.BaseUnit != "%" && completion
            && figure.Indicator.Normalized <= 100;
        return isSame || isShare ? before.Count - 1 : null;
    }

    static string Words(string text, FoundIndicator figure, FoundDeadline day) =>
        Spacing.Remove(text[Clauses.Start(text, figure.Start)..day.Start]).TrimStart('（', '(') + Between(text, figure, day);

    static FoundIndicator With(FoundIndicator head, FoundIndicator figure, FoundDeadline day, string text,
        IReadOnlyList<FoundDeadline> dates)
    {
        var target = head.Indicator;
        if (figure.Indicator.BaseUnit == "%" && target.BaseUnit != "%")
            return head with { Indicator = Add(target, day.Deadline, target.Normalized * figure.Indicator.Normalized / 100) };
        if (figure.Indicator.Normalized < target.Normalized)
            return head with { Indicator = Add(target, day.Deadline, figure.Indicator.Normalized) };
        if (Lead(text, head, dates) is not { } earlier)
            return figure.Indicator.Normalized == target.Normalized ? head
                with { Indicator = target with { Deadline = day.Deadline.Date } } : head;
        var last = figure.Indicator with { Name = target.Name, Stages = target.Stages, Rule = TargetRule.LastStage,
            Deadline = day.Deadline.Date };
        return figure with { Indicator = Add(last, earlier.Deadline, target.Normalized) };
    }

    static DraftIndicator Add(DraftIndicator target, DraftDeadline day, decimal value) =>
        target with { Stages = [.. target.Stages.Append(new DraftStage(day.Text, day.Date, value)).OrderBy(stage => stage.Deadline)] };

    // 6月底前完成50%，年底前全部完成: the work itself is the target, and 100 % of it the number
    static bool IsShareOfWork(string text, FoundIndicator figure, IReadOnlyList<FoundDeadline> dates) =>
        Completion().IsMatch(Between(text, figure, Lead(text, figure, dates)!.Value)) && AllDone().IsMatch(text[figure.End..]);

    static FoundIndicator Whole(string text, FoundIndicator figure, FoundDeadline day, IReadOnlyList<FoundDeadline> dates)
    {
        var subject = IndicatorName.OfSubject(text[..Clauses.Start(text, figure.Start)].TrimEnd('，', '：', '、', '。', '；'));
        var target = figure.Indicator with
        {
            Name = subject.Length == 0 ? "完成进度" : subject, Value = 100, Normalized = 100, Rule = TargetRule.LastStage,
                Deadline = LastDay(text, figure.End, dates),
        };
        return figure with { Indicator = Add(target, day.Deadline, figure.Indicator.Normalized) };
    }

    // 年底前全部完成 behind the stages is the day of the target itself
    static DraftIndicator Finished(DraftIndicator target, string text, FoundIndicator found, IReadOnlyList<FoundDeadline> dates) =>
        target.Stages.Count > 0 && LastDay(text, found.End, dates) is { } day ? target with { Deadline = day }
        : target.Stages.Count > 0 && target.Stages.Any(stage => stage.Deadline == target.Deadline) ? target with { Deadline = null }
            : target;

    static DateOnly? LastDay(string text, int from, IReadOnlyList<FoundDeadline> dates)
    {
        if (AllDone().Match(text, from) is not { Success: true } done)
            return null;
        return dates.LastOrDefault(date => date.End <= done.Groups["done"].Index && date.Start >= from).Deadline?.Date;
    }

    [GeneratedRegex("^(其中)?(累计|应|须|需|要|力争|争取|确保|总体|整体|基本|至少|不少于|不低于|年度任务|全年任务|任务|目标任务|年度目标)*(完成|达到?|实现|到位|拨付|支付|开工|推进|建成|率|进度|序时进度"
        + "|完成率|投资|工程量|总|总量|形象|建设|的|以上|过|超过|过半|量|[≥＞>])*$")]
    private static partial Regex Completion();

    [GeneratedRegex("(?<done>全部|全面|完成(?!\\d)|完工|竣工|建成|到位|完毕|投用|交付)[^\\d]{0,12}")]
    private static partial Regex AllDone();
}
