using ProgressBot.Core.Figures;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Finds out how far goals without a number are: 未启动, 进行中, 已完成, clause by clause.</summary>
static class MilestoneReader
{
    static readonly char[] ClauseEnds = ['，', '。', '；', ';', '\n', '！', '？'];

    // the more definite word wins: 尚未完成 is not 完成
    static readonly (string Key, Milestone State)[] States =
        [("milestone.words.not_started", Milestone.NotStarted), ("milestone.words.in_progress", Milestone.InProgress), ("milestone.words.done", Milestone.Done)];

    /// <summary>What the message changes in the draft: a state, or a question where it is open which item is meant.</summary>
    public static List<Action<ReportDraft>> Read(Turn turn, IReadOnlyList<ReportTask> tasks, ReplyReading reading)
    {
        var candidates = tasks.Where(task => task.AsksMilestone).ToList();
        if (candidates.Count == 0 || StateIn(turn, turn.Input.Text) is null) return [];
        var changes = new List<Action<ReportDraft>>();
        foreach (var (start, end) in Clauses(turn.Input.Text))
            if (StateIn(turn, turn.Input.Text.AsSpan(start, end - start)) is { } state && Change(turn, (turn.Input.Text[start..end], start), state, candidates, reading) is { } change) changes.Add(change);
        return changes;
    }

    static Action<ReportDraft>? Change(Turn turn, (string Text, int Start) clause, Milestone state, List<ReportTask> candidates, ReplyReading reading)
    {
        var meant = Meant(turn, clause.Text, candidates);
        if (meant.Count == 1) return draft => draft.Put(new DraftMilestone(meant[0].Report.Id, state));
        // a clause with a figure in it speaks of that figure
        if (reading.Matched.Select(match => match.Figure).Concat(reading.Unmatched).Any(figure => figure.Start >= clause.Start && figure.Start < clause.Start + clause.Text.Length)) return null;
        return draft => draft.Questions.Add(new DraftQuestion("which_item", clause.Text.Trim(), null,
            [.. meant.Select(task => new DraftReading(task.Report.Id) { State = state }), new DraftReading(null)]));
    }

    static List<ReportTask> Meant(Turn turn, string clause, List<ReportTask> candidates)
    {
        if (candidates.Count == 1 && turn.DraftTasks.Count == 1) return candidates;
        if (candidates.FirstOrDefault(task => Expected(turn, task)) is { } expected) return [expected];
        if (LeadingNumber(clause) is { } number) return [.. candidates.Where(task => task.Number == number)];
        var scored = candidates.Select(task => (task, score: Overlap.Of(clause, $"{task.Item.Name} {task.Item.Section} {task.Item.Goal}"))).ToList();
        var best = scored.Max(pair => pair.score);
        return [.. scored.Where(pair => pair.score == best).Select(pair => pair.task)];
    }

    static bool Expected(Turn turn, ReportTask task) =>
        turn.Session.Values.GetValueOrDefault(Expectation.Key) == task.Report.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static int? LeadingNumber(string clause)
    {
        var digits = new string([.. clause.TrimStart().TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, out var number) ? number : null;
    }

    static Milestone? StateIn(Turn turn, ReadOnlySpan<char> clause)
    {
        foreach (var (key, state) in States)
            if (turn.Book.Says(key, clause)) return state;
        return null;
    }

    static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !ClauseEnds.Contains(text[index])) continue;
            if (index > start) yield return (start, index);
            start = index + 1;
        }
    }
}

/// <summary>How many pairs of neighbouring characters of one text stand in another: enough to tell which of a few Chinese titles is meant.</summary>
static class Overlap
{
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<char> title)
    {
        var count = 0;
        for (var index = 0; index + 1 < text.Length; index++)
        {
            var pair = text.Slice(index, 2);
            if (char.IsLetter(pair[0]) && char.IsLetter(pair[1]) && title.Contains(pair, StringComparison.OrdinalIgnoreCase) && text[..(index + 1)].IndexOf(pair) < 0) count++;
        }
        return count;
    }
}
