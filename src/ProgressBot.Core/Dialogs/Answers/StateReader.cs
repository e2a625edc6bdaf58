using System.Globalization;
using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// Finds out how far goals without a number are, clause by clause. A state counts for a goal only if the clause names it, or the bot asked for it, or it is the
/// unit's only one and nothing else claims the words. A part done is not the whole done; what is planned is no state.
/// </summary>
static partial class StateReader
{
    /// <summary>Goals offered when it is open which one is meant.</summary>
    const int MostChoices = 3;

    /// <summary>What the message changes in the draft: a state, or a question where it is open which goal is meant.</summary>
    public static List<Action<ReportDraft>> Read(Turn turn, IReadOnlyList<ReportTask> tasks, ReplyReading reading)
    {
        if (!tasks.Any(task => task.Milestones.Count > 0) || StateIn(turn, turn.Text) is null) return [];
        var names = new NamedItems(tasks);
        var changes = new List<Action<ReportDraft>>();
        foreach (var sentence in Clause.Sentences(turn.Text))
        {
            var isAboutFigures = HasFigure(sentence, reading);
            foreach (var clause in Clause.Of(turn.Text).Where(clause => clause.Start >= sentence.Start && clause.End <= sentence.End))
                if (!IsOthers(turn, clause.Text) && StateIn(turn, clause.Text) is { } state) changes.AddRange(Changes(turn, clause, state, tasks, names, reading, isAboutFigures));
        }
        return changes;
    }

    static IEnumerable<Action<ReportDraft>> Changes(Turn turn, Clause clause, MilestoneState state, IReadOnlyList<ReportTask> tasks, NamedItems names, ReplyReading reading, bool isAboutFigures)
    {
        var goals = tasks.Where(task => task.AsksMilestone).ToList();
        var named = names.In(clause.Text);
        // words about an item that is followed by numbers are no state, unless they name a goal beside them
        if (named.Count > 0)
            return named.Where(subject => subject.Milestone is not null || subject.Task.AsksMilestone).Select(subject => Put(subject.Task, subject.Milestone?.Id ?? subject.Task.Item.Whole.Id, state, clause.Text));
        if (HasFigure(clause, reading) || goals.Count == 0) return [];
        if (goals.Find(task => Expected(turn, task)) is { } asked) return [Put(asked, asked.Item.Whole.Id, state, clause.Text)];
        var isBare = IsBare(turn, clause.Text);
        if (isBare && clause.Number is { } number) return goals.Where(task => task.Number == number).Select(task => Put(task, task.Item.Whole.Id, state, clause.Text));
        if (isBare && goals.Count == 1) return [Put(goals[0], goals[0].Item.Whole.Id, state, clause.Text)];
        // 累计120亩，因林权纠纷受阻: the rest of a sentence is about what its figure is about
        if (isAboutFigures && !isBare) return [];
        return [draft => draft.Questions.Add(Which(clause, state, names.Likely(clause.Text, goals)))];
    }

    static Action<ReportDraft> Put(ReportTask task, int milestone, MilestoneState state, string clause) =>
        draft => draft.Put(new DraftMilestone(task.Report.Id, milestone, state, clause.Trim()));

    static DraftQuestion Which(Clause clause, MilestoneState state, IReadOnlyList<ReportTask> likely) => new("which_item", clause.Text.Trim(), null,
    [
        .. likely.Take(MostChoices).Select(task => new DraftReading(task.Report.Id) { MilestoneId = task.Item.Whole.Id, State = state }),
        new DraftReading(null),
    ]);

    static bool HasFigure(Clause clause, ReplyReading reading) =>
        reading.Matched.Select(match => match.Figure).Concat(reading.Unmatched).Any(figure => figure.Start >= clause.Start && figure.Start < clause.End);

    // another unit's doing is not one's own
    static bool IsOthers(Turn turn, string clause)
    {
        var own = turn.DraftTasks.Select(task => task.Unit.Id).ToHashSet();
        return turn.Facts.Ledger.Units.Any(unit => !own.Contains(unit.Id) && !unit.IsGroup && clause.Contains(unit.Name, StringComparison.Ordinal))
            && !turn.Facts.Ledger.Units.Any(unit => own.Contains(unit.Id) && clause.Contains(unit.Name, StringComparison.Ordinal));
    }

    static bool Expected(Turn turn, ReportTask task) => turn.Session.Values.GetValueOrDefault(Expectation.Key) == task.Report.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The state that words tell; null for none. The more definite word wins: 尚未完成 is not 完成, 预计下月完成 is none.</summary>
    public static MilestoneState? StateIn(Turn turn, string clause)
    {
        if (turn.Book.Says("milestone.words.not_started", clause)) return MilestoneState.NotStarted;
        var going = turn.Book.Says("milestone.words.in_progress", clause);
        if (SentenceReader.IsIntention(turn, clause)) return going ? MilestoneState.InProgress : null;
        if (!turn.Book.Says("milestone.words.done", clause)) return going ? MilestoneState.InProgress : null;
        return going || turn.Book.Says("milestone.words.part", clause) || Part().IsMatch(clause) ? MilestoneState.InProgress : MilestoneState.Done;
    }

    // nothing but the state: 进行中, 工作已完成, 都办好了
    static bool IsBare(Turn turn, string clause)
    {
        var left = clause;
        foreach (var list in (string[])["milestone.words.not_started", "milestone.words.in_progress", "milestone.words.done", "milestone.words.filler"])
            foreach (var word in turn.Book.Wordings.Values.SelectMany(wording => wording.Words(list)).OrderByDescending(word => word.Length)) left = left.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        return left.Count(char.IsLetter) < 2;
    }

    // 一期, 三分之二, 80%: a part of the whole
    [GeneratedRegex(@"[一二三四五六七八九十\d]+期(?!间|望|限)|[一二三四五六七八九十\d]+分之[一二三四五六七八九十\d]+|\d+(?:\.\d+)?\s*[%％]")]
    private static partial Regex Part();
}

/// <summary>A stretch of a message between two pauses.</summary>
/// <param name="Text">Without the writer's own list mark.</param>
/// <param name="Start">UTF-16 offset of its first character in the message.</param>
/// <param name="Number">The number that stands alone in front; null for none.</param>
sealed partial record Clause(string Text, int Start, int End, int? Number)
{
    const string Stops = "。；;\n！？";
    const string Pauses = "，," + Stops;

    public static IEnumerable<Clause> Of(string text) => Between(text, Pauses);

    /// <summary>The stretches between two stops.</summary>
    public static IEnumerable<Clause> Sentences(string text) => Between(text, Stops);

    static IEnumerable<Clause> Between(string text, string ends)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !ends.Contains(text[index], StringComparison.Ordinal)) continue;
            if (index > start) yield return Between(text, start, index);
            start = index + 1;
        }
    }

    static Clause Between(string text, int start, int end)
    {
        var mark = Mark().Match(text[start..end]);
        var number = int.TryParse(mark.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        return new Clause(text[(start + mark.Length)..end], start, end, number);
    }

    // 1. 1、 (1) ① 一、 and a bare number before words; 1.5亿 and 3个 are none
    [GeneratedRegex(@"^\s*(?:[(（]?(?<number>\d{1,2})(?:[)）.．、]|\s+|(?=[^\d\s.．%％个家次亩万亿元名人月日年期]))(?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*")]
    private static partial Regex Mark();
}
