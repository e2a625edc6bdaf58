using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>新签那个不报了, 删除到位资金5亿: a figure that was said in this round, or in the draft, leaves. Nothing else takes one away.</summary>
static class TakingBack
{
    static readonly char[] Pauses = ['，', ',', '。', '；', ';', '\n', '！', '？'];

    /// <summary>Whether a message takes anything back.</summary>
    public static bool Names(Turn turn, IReadOnlyList<ReportTask> tasks) => In(turn, tasks).Any();

    /// <summary>What was read, without the figures of clauses that take one back.</summary>
    public static ReplyReading Without(Turn turn, IReadOnlyList<ReportTask> tasks, ReplyReading reading)
    {
        var clauses = In(turn, tasks).Select(each => (each.Start, each.End)).ToList();
        if (clauses.Count == 0) return reading;
        bool IsKept(FoundFigure figure) => !clauses.Exists(clause => figure.Start >= clause.Start && figure.Start < clause.End);
        return reading with
        {
            Matched = [.. reading.Matched.Where(match => IsKept(match.Figure))],
            Doubts = [.. reading.Doubts.Where(doubt => IsKept(doubt.Figure))],
            Unmatched = [.. reading.Unmatched.Where(IsKept)],
            Nothing = [],
        };
    }

    public static void Take(Turn turn, IReadOnlyList<ReportTask> tasks)
    {
        foreach (var (task, indicator, _, _) in In(turn, tasks).ToList()) turn.Draft.TakeBack(task.Report.Id, indicator.Id);
    }

    static IEnumerable<(ReportTask Task, Indicator Indicator, int Start, int End)> In(Turn turn, IReadOnlyList<ReportTask> tasks)
    {
        var text = turn.Text;
        for (var start = 0; start < text.Length;)
        {
            var pause = text.IndexOfAny(Pauses, start);
            var end = pause < 0 ? text.Length : pause;
            if (Says(turn, text[start..end]) && Named(turn, tasks, text[start..end]) is { } named) yield return (named.Task, named.Indicator, start, end);
            start = end + 1;
        }
    }

    static bool Says(Turn turn, string clause) => turn.Book.Wordings.Values.Any(wording => wording.Words("take_back_words").Any(word => clause.Contains(word, StringComparison.OrdinalIgnoreCase)));

    // the one figure that there is and that the clause names: by its name, another name, or the beginning of its name
    static (ReportTask Task, Indicator Indicator)? Named(Turn turn, IReadOnlyList<ReportTask> tasks, string clause)
    {
        var said = tasks.SelectMany(task => task.Indicators, (task, indicator) => (Task: task, Indicator: indicator))
            .Where(each => each.Task.Said(each.Indicator) is not null || turn.Draft.Figures.Exists(figure => figure.ReportId == each.Task.Report.Id && figure.IndicatorId == each.Indicator.Id)).ToList();
        var whole = said.FindAll(each => each.Indicator.Aliases.Append(each.Indicator.Name).Any(name => clause.Contains(name, StringComparison.OrdinalIgnoreCase)));
        var named = whole.Count > 0 ? whole : said.FindAll(each => each.Indicator.Name.Length > 2 && clause.Contains(each.Indicator.Name[..2], StringComparison.Ordinal));
        return named is [var only] ? only : null;
    }
}
