using System.Globalization;
using ProgressBot.Core.Dialogs.Answers.Spoken;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Understands what a unit writes: figures for several items at once, states of goals without a number, links, files, and what is in the way.</summary>
static class ProgressReader
{
    /// <summary>Items offered when it is open which one is meant.</summary>
    const int MostTasks = 8;

    /// <summary>Takes one message into the draft. Not understood when it holds nothing a report could be made of.</summary>
    public static Reading Read(Turn turn, string? choice)
    {
        var tasks = turn.DraftTasks;
        var sought = Sought(tasks);
        var found = TakingBack.Without(turn, tasks, UnitSegments.Read(turn.Text, sought, Context(turn, tasks, sought), Measures(tasks)));
        var spoken = SpokenReader.Read(SpokenWords.Of(turn.Book), Heard(turn, tasks, sought, found));
        var reading = AroundFigures.Read(turn, Results(found, spoken), sought.ConvertAll(pair => pair.Indicator), spoken.States.Count > 0);
        var links = EvidenceLinks.Take(turn);
        var told = Told(reading, sought);
        var statements = spoken.Statements.Where(said => said.Kind != StatementKind.Narrative).ToList();
        var nothing = reading.Matched.Count + reading.Doubts.Count + reading.Nothing.Count + reading.Unchanged.Count + spoken.States.Count + spoken.Questions.Count
            + links.Count + turn.Input.Files.Count == 0;
        // words about an item are worth keeping, too, where a message holds nothing else
        if (nothing && statements.Count == 0) statements = spoken.Statements.Where(said => said.ReportId is not null).ToList();
        nothing &= (statements.Count == 0 && !TakingBack.Names(turn, tasks)) || tasks.Count == 0;
        if (tasks.Count == 0) return NothingOpen(turn, nothing && reading.Unmatched.Count == 0);
        if (nothing) return Unusable(turn, reading, tasks);

        turn.Draft.Mark(""); // what was tapped belongs to no message
        Take(turn.Draft, reading, sought, turn.Origin);
        foreach (var state in spoken.States) turn.Draft.Put(state);
        turn.Draft.Questions.AddRange(spoken.Questions);
        if (reading.RestUnchanged) Rest.Leave(turn);
        Keep(turn, tasks, statements);
        TakingBack.Take(turn, tasks);
        if (links.Count + turn.Input.Files.Count > 0)
            EvidenceReader.Take(turn, links, turn.Input.Files, tasks, told);
        Remember(turn);
        return Reading.Understood;
    }

    static Message Heard(Turn turn, IReadOnlyList<ReportTask> tasks, List<SoughtTask> sought, ReplyReading found)
    {
        int? ReportOf(long indicator) => sought[(int)indicator].Task.Report.Id;
        IEnumerable<SpokenFigure> figures =
        [
            .. found.Matched.Select(match => new SpokenFigure(match.Figure.Start, match.Figure.End, ReportOf(match.IndicatorId), false)),
            .. found.Doubts.Select(doubt => new SpokenFigure(doubt.Figure.Start, doubt.Figure.End, null, true)),
            .. found.Unmatched.Select(figure => new SpokenFigure(figure.Start, figure.End, null, false)),
        ];
        // of an item that is open in two rounds the words are about the later one
        IReadOnlyList<ReportTask> latest = [.. tasks.GroupBy(task => (task.Unit.Id, task.Item.Id)).Select(rounds => rounds.MaxBy(task => task.Round.PeriodStart)!)];
        return new Message(turn.Text, latest, turn.Facts.Today)
        {
            Figures = [.. figures.OrderBy(figure => figure.Start)],
            None = [.. found.Nothing.Select(id => sought[(int)id].Task.Report.Id).Distinct()],
            Asked = turn.Session.Values.GetValueOrDefault(Expectation.Key) is { } asked ? tasks.FirstOrDefault(task => Expectation.Of(task) == asked)?.Report.Id : null,
            ListShown = turn.Session.Step is null or "answer" or "rest",
            Units = turn.Facts.Ledger.Units,
        };
    }

    // what is planned or under way is no result
    static ReplyReading Results(ReplyReading found, SpokenReading spoken) => spoken.NotResults.Count == 0 ? found : found with
    {
        Matched = [.. found.Matched.Where(match => spoken.IsResult(match.Figure.Start))],
        Doubts = [.. found.Doubts.Where(doubt => spoken.IsResult(doubt.Figure.Start))],
        Unmatched = [.. found.Unmatched.Where(figure => spoken.IsResult(figure.Start))],
    };

    /// <summary>Why each figure of the message was taken, asked or left as it was.</summary>
    public static (IReadOnlyList<FigureReason> Reasons, IReadOnlyList<(WorkItem Item, Indicator Indicator)> Open) Explain(Turn turn)
    {
        var tasks = turn.DraftTasks;
        var sought = Sought(tasks);
        var reasons = ReplyReader.Explain(turn.Text, sought.ConvertAll(pair => pair.Sought), Context(turn, tasks, sought), Measures(tasks));
        return (reasons, sought.ConvertAll(pair => (pair.Task.Item, pair.Indicator)));
    }

    // a figure that is asked about is told, too, where only its value is in doubt
    static List<ToldFigure> Told(ReplyReading reading, List<SoughtTask> sought)
    {
        var told = reading.Matched.Select(match => new ToldFigure(sought[(int)match.IndicatorId].Task.Report.Id, match.Figure.Start)).ToList();
        foreach (var doubt in reading.Doubts)
            if (doubt.Choices.Select(choice => Of(choice, sought).ReportId).Distinct().ToList() is [{ } only]) told.Add(new ToldFigure(only, doubt.Figure.Start));
        return told;
    }

    static MeasureWords Measures(IReadOnlyList<ReportTask> tasks) => tasks.All(task => task.Plan.Counters.Count == 0)
        ? MeasureWords.Default
        : MeasureWords.Default.With([.. tasks.SelectMany(task => task.Plan.Counters).Distinct()]);

    // figures sent while nothing is asked are not swallowed silently
    static Reading NothingOpen(Turn turn, bool nothing)
    {
        if (nothing) return Reading.NotUnderstood;
        turn.Say("report.none_open");
        return Reading.Stop;
    }

    // a figure in a unit that nothing is counted in, or a link that cannot be opened: the reason is said instead of "not understood"
    static Reading Unusable(Turn turn, ReplyReading reading, IReadOnlyList<ReportTask> tasks)
    {
        var refused = EvidenceLinks.Find(turn.Text).Count > 0;
        if (reading.Unmatched.Count > 0 && tasks.SelectMany(task => task.Indicators).FirstOrDefault() is { } example)
            turn.Say("report.unmatched", ("phrase", reading.Unmatched[0].Phrase), ("indicator", example.Name), ("unit", example.DisplayUnit));
        else if (!refused) return Reading.NotUnderstood;
        return turn.Session.Step is null ? Reading.Stop : Reading.Again;
    }

    static List<SoughtTask> Sought(IReadOnlyList<ReportTask> tasks)
    {
        var sought = new List<SoughtTask>();
        foreach (var task in tasks)
            foreach (var indicator in task.Indicators) sought.Add(new SoughtTask(task, indicator, Describe(task, indicator, sought.Count)));
        return sought;
    }

    static SoughtIndicator Describe(ReportTask task, Indicator indicator, int index) => new(index, task.Number, indicator.Name)
    {
        Aliases = indicator.Aliases,
        BaseUnit = indicator.BaseUnit,
        DisplayUnit = indicator.DisplayUnit,
        Target = indicator.Target,
        Comparator = indicator.Comparator,
        Basis = indicator.Basis,
        LastTotal = task.Before(indicator),
        LastApproved = task.Approved(indicator),
    };

    static ReplyContext Context(Turn turn, IReadOnlyList<ReportTask> tasks, List<SoughtTask> sought)
    {
        var (from, until) = tasks.Count == 0
            ? (turn.Facts.Today, turn.Facts.Today)
            : (tasks.Min(task => task.Round.PeriodStart), tasks.Max(task => task.Round.PeriodEnd));
        return new ReplyContext(from, until, turn.Facts.Today)
        {
            Expected = Expected(turn, sought),
            OwnNames = UnitNames.Own(tasks),
            OtherNames = UnitNames.Others(tasks, turn.Facts.Ledger.Units),
            LastText = turn.Session.Told is { } told && told.PeriodStart < from ? told.Text : null,
        };
    }

    static long? Expected(Turn turn, List<SoughtTask> sought)
    {
        if (turn.Session.Values.GetValueOrDefault(Expectation.Key) is not { } asked) return null;
        for (var index = 0; index < sought.Count; index++)
            if (Expectation.Of(sought[index].Task, sought[index].Indicator) == asked) return index;
        return null;
    }

    static void Take(ReportDraft draft, ReplyReading reading, List<SoughtTask> sought, string message)
    {
        // of 本月3000万，累计5.1亿 the total is what is kept: the part is in it
        Take(draft, reading.Matched, sought, message, Basis.Incremental);
        Take(draft, reading.Matched, sought, message, Basis.Cumulative);
        foreach (var id in reading.Nothing)
        {
            var (task, indicator, _) = sought[(int)id];
            draft.Put(new DraftFigure(task.Report.Id, indicator.Id, "0", 0, Basis.Incremental, true) { Message = message });
        }
        foreach (var (task, indicators) in reading.Unchanged.Select(id => sought[(int)id]).GroupBy(pair => pair.Task).Select(group =>
            (group.Key, group.ToList())))
            Carry(draft, task, indicators, message);
        draft.Questions.AddRange(reading.Doubts.Select(doubt => new DraftQuestion(Phrasing.Name(doubt.Kind), doubt.Figure.Phrase, doubt.Reference,
            [.. doubt.Choices.Select(choice => Of(choice, sought))])
        {
            Comparator = doubt.Kind is DoubtKind.Range or DoubtKind.Contradiction or DoubtKind.Mismatch ? Comparator.None
                : doubt.Figure.Comparator,
        }));
    }

    // a report none of whose numbers has moved is one without change; of one that says more each number is carried over
    static void Carry(ReportDraft draft, ReportTask task, List<SoughtTask> unchanged, string message)
    {
        if (unchanged.Count == task.Indicators.Count && !draft.Touches(task.Report.Id)) draft.NoChange.Add(task.Report.Id);
        else
            foreach (var (_, indicator, _) in unchanged)
                if (task.Before(indicator) is not null
                    && !draft.Names(task.Report.Id, indicator.Id)) draft.Put(new DraftFigure(task.Report.Id, indicator.Id, "0", 0,
                    Basis.Incremental, true) { Message = message });
    }

    static void Take(ReportDraft draft, IReadOnlyList<MatchedFigure> matched, List<SoughtTask> sought, string message, Basis basis)
    {
        foreach (var match in matched)
        {
            if (match.Basis != basis) continue;
            var (task, indicator, _) = sought[(int)match.IndicatorId];
            draft.Put(new DraftFigure(task.Report.Id, indicator.Id, match.Figure.Phrase, match.Value, match.Basis, match.BasisSaid)
            {
                Message = message,
                Comparator = match.Comparator,
                IsConverted = match.IsConverted,
            });
        }
    }

    static DraftReading Of(DoubtChoice choice, List<SoughtTask> sought) => choice.IndicatorId is { } id
        ? new DraftReading(sought[(int)id].Task.Report.Id) { IndicatorId = sought[(int)id].Indicator.Id, Value = choice.Value, Basis = choice.Basis }
        : new DraftReading(null) { Value = choice.Value };

    static void Remember(Turn turn)
    {
        turn.Session.Values.Remove(Expectation.Key);
        turn.Draft.Mark(turn.Origin);
        turn.Draft.Origins[turn.Origin] = turn.Text.Trim();
        if (turn.Text.Trim() is not { Length: > 0 } text || turn.Draft.Texts.Contains(text)) return;
        turn.Draft.Texts.Add(text);
    }

    // words without a figure or state have to belong somewhere: asked where they do not say
    static void Keep(Turn turn, IReadOnlyList<ReportTask> tasks, List<DraftStatement> statements)
    {
        var alone = turn.Draft is { Figures.Count: 0, Milestones.Count: 0, Questions.Count: 0 };
        foreach (var said in statements)
            if (said.ReportId is null && alone) turn.Draft.Questions.Add(new DraftQuestion("which_sentence", said.Text, null,
                [.. tasks.Take(MostTasks).Select(task => new DraftReading(task.Report.Id) { Statement = said.Kind, Expected = said.Expected })]));
            else turn.Draft.Put(said);
        if (turn.Text.Trim().Any(char.IsLetter) && !alone) turn.Draft.Put(new DraftStatement(null, StatementKind.Narrative, turn.Text.Trim(), null));
    }
}

/// <summary>An indicator of a task, and how the figure reader knows it: its id is its position in the list.</summary>
sealed record SoughtTask(ReportTask Task, Indicator Indicator, SoughtIndicator Sought);

/// <summary>The one indicator that a question was about, so that a bare number can be its answer.</summary>
static class Expectation
{
    public const string Key = "expected";

    /// <summary>For the state of a goal without a number.</summary>
    public static string Of(ReportTask task) => task.Report.Id.ToString(CultureInfo.InvariantCulture);

    public static string Of(ReportTask task, Indicator indicator) => $"{task.Report.Id}/{indicator.Id}";
}
