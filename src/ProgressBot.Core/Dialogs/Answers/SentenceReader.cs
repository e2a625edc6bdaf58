using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>What a message says beyond figures and states: what is in the way and until when, what is still to come, what an assisting unit adds, and the whole in its own words.</summary>
static partial class SentenceReader
{
    /// <summary>What is to come and no result: 国庆后再签1个, 计划10月签订, 月底前还要发一篇.</summary>
    public static bool IsIntention(Turn turn, string clause) => turn.Book.Says("intention_words", clause) && !Reached().IsMatch(clause);

    /// <summary>Figures that stand in a clause about what is to come are no results.</summary>
    public static ReplyReading WithoutIntentions(Turn turn, ReplyReading reading)
    {
        if (!turn.Book.Says("intention_words", turn.Text)) return reading;
        var planned = Clause.Of(turn.Text).Where(clause => IsIntention(turn, clause.Text)).ToList();
        bool IsPlanned(FoundFigure figure) => planned.Exists(clause => figure.Start >= clause.Start && figure.Start < clause.End);
        return reading with
        {
            Matched = [.. reading.Matched.Where(match => !IsPlanned(match.Figure))],
            Doubts = [.. reading.Doubts.Where(doubt => !IsPlanned(doubt.Figure))],
            Unmatched = [.. reading.Unmatched.Where(figure => !IsPlanned(figure))],
        };
    }

    /// <summary>The sentences of a message that are to be kept beside its figures and states.</summary>
    /// <param name="told">The figures that the message tells.</param>
    public static List<DraftStatement> Read(Turn turn, IReadOnlyList<ReportTask> tasks, IReadOnlyList<ToldFigure> told)
    {
        var names = new NamedItems(tasks);
        var kept = new List<DraftStatement>();
        foreach (var sentence in Clause.Sentences(turn.Text))
        {
            var text = turn.Text[sentence.Start..sentence.End].Trim();
            if (KindOf(turn, text, tasks) is not { } kind) continue;
            IReadOnlyList<int> counted = [.. told.Where(figure => figure.Start >= sentence.Start && figure.Start < sentence.End).Select(figure => figure.ReportId).Distinct()];
            var about = counted is [var only] ? only : AboutOf(turn, names, text, tasks);
            kept.Add(new DraftStatement(about, kind, WithoutLinks(text), TypedDay.First(text, turn.Facts.Today) is { } day && day.Day >= turn.Facts.Today ? day.Day : null));
        }
        return kept;
    }

    static StatementKind? KindOf(Turn turn, string sentence, IReadOnlyList<ReportTask> tasks)
    {
        if (turn.Book.Says("problem_words", sentence)) return StatementKind.Problem;
        if (turn.Book.Says("unchanged_words", sentence) && tasks.Any(task => task.Report.State == ReportState.Returned)) return StatementKind.Explanation;
        return Clause.Of(sentence).Any(clause => IsIntention(turn, clause.Text)) ? StatementKind.Intention : null;
    }

    static int? AboutOf(Turn turn, NamedItems names, string sentence, IReadOnlyList<ReportTask> tasks)
    {
        var named = names.In(sentence).Select(subject => subject.Task.Report.Id).Distinct().ToList();
        if (named.Count == 1) return named[0];
        var returned = tasks.Where(task => task.Report.State == ReportState.Returned).ToList();
        if (turn.Book.Says("unchanged_words", sentence) && returned is [var only]) return only.Report.Id;
        return tasks is [var single] ? single.Report.Id : null;
    }

    /// <summary>
    /// What an assisting unit says of a number that the lead reports: it is no figure of its own and is kept for the lead and the reviewer. Null when the message is not of that kind.
    /// </summary>
    public static DraftStatement? Assisting(Turn turn, IReadOnlyList<ReportTask> tasks, ReplyReading reading)
    {
        var assisting = tasks.Where(task => task.AsksMilestone && !task.Item.HasMilestone).ToList();
        if (assisting.Count == 0 || reading.Unmatched.Count == 0) return null;
        var named = new NamedItems(assisting).In(turn.Text).Select(subject => subject.Task).Distinct().ToList();
        var meant = named.Count == 1 ? named[0] : tasks is [var only] ? only : null;
        return meant is null ? null : new DraftStatement(meant.Report.Id, StatementKind.Assisting, WithoutLinks(turn.Text.Trim()), null);
    }

    static string WithoutLinks(string text) => EvidenceLinks.Without(text);

    // 争取到资金, 已预计: something has been reached all the same
    [GeneratedRegex("争取到|已经?(?!.*预计)[^，。；]*(?:完成|签|到位|拨付|印发)")]
    private static partial Regex Reached();
}
