using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>What was understood, read back before anything is saved: 指标, 本期, 累计, 目标, 完成率, 佐证.</summary>
static class ReadBack
{
    public static Outgoing View(Turn turn)
    {
        var figures = Figures(turn);
        List<string> lines = [turn.Wording.Text(Corrects(turn) ? "read_back.header_correction" : "read_back.header")];
        foreach (var figure in figures) lines.Add(Line(turn, figure));
        if (turn.Draft.Milestones.Count > 0) lines.AddRange(MilestoneLines(turn));
        if (NoChangeLine(turn) is { } noChange) lines.Add(noChange);
        if (EvidenceLine(turn) is { } evidence) lines.Add(evidence);
        if (Problems.In(turn) is { } problems) lines.Add(turn.Wording.Text("read_back.problems", ("problems", problems)));
        return new Outgoing(string.Join("\n  ", lines)) { Table = TableOf(turn, figures) };
    }

    /// <summary>One tap turns an assumed basis round.</summary>
    public static IEnumerable<Button> Choices(Turn turn) => Assumed(turn)
        .Select(line => turn.Button($"read_back.flip_to_{Phrasing.Name(Other(line.Draft.Basis))}", ("indicator", Named(turn, line.Task, line.Indicator.Name)), ("phrase", line.Draft.Phrase)));

    public static Reading Read(Turn turn, string? choice)
    {
        if (choice is null) return ProgressReader.Read(turn, choice);
        var line = Assumed(turn).ElementAt(int.Parse(choice, System.Globalization.CultureInfo.InvariantCulture));
        turn.Draft.Put(line.Draft with { Basis = Other(line.Draft.Basis), BasisSaid = true });
        return Reading.Understood;
    }

    static IEnumerable<FigureLine> Assumed(Turn turn) => turn.Draft.Figures.TrueForAll(figure => figure.BasisSaid) ? [] : Figures(turn).Where(line => !line.Draft.BasisSaid && line.Before != 0).Take(3);

    static Basis Other(Basis basis) => basis == Basis.Cumulative ? Basis.Incremental : Basis.Cumulative;

    static List<FigureLine> Figures(Turn turn)
    {
        var figures = new List<FigureLine>();
        foreach (var task in turn.DraftTasks)
            foreach (var indicator in task.Indicators)
                foreach (var draft in turn.Draft.Figures)
                    if (draft.ReportId == task.Report.Id && draft.IndicatorId == indicator.Id) figures.Add(new FigureLine(task, indicator, draft, task.Before(indicator) ?? 0));
        return figures;
    }

    sealed record FigureLine(ReportTask Task, Indicator Indicator, DraftFigure Draft, decimal Before)
    {
        public Figure Figure { get; } = Draft.ToFigure(Before);
        public decimal Share => Indicator.Target == 0 ? 1 : Figure.Total / Indicator.Target;

        // both are said twice, in words and in the table
        public string Increment => field ??= Phrasing.WithSign(Figure.Increment, Indicator);
        public string Total => field ??= Phrasing.Amount(Figure.Total, Indicator);
    }

    static string Line(Turn turn, FigureLine line)
    {
        var words = turn.Wording;
        var done = line.Indicator.Comparator is not (Comparator.AtMost or Comparator.LessThan) && line.Indicator.IsMetBy(line.Figure.Total);
        var text = words.Text("read_back.figure",
            ("indicator", Named(turn, line.Task, line.Indicator.Name)),
            ("increment", line.Increment),
            ("total", line.Total),
            ("done", done && line.Share <= 1 ? words.Text("read_back.met") : words.Text("read_back.percent", ("percent", Phrasing.Percent(line.Share)))));
        return line.Draft.BasisSaid || line.Before == 0 ? text : text + words.Text("read_back.assumed", ("phrase", line.Draft.Phrase), ("basis", turn.Phrasing.Basis(line.Draft.Basis)));
    }

    // like figures: what belongs to a report that was closed meanwhile, or to none, is not read back
    static IEnumerable<string> MilestoneLines(Turn turn) =>
        from milestone in turn.Draft.Milestones
        from task in turn.DraftTasks
        where task.Report.Id == milestone.ReportId
        select turn.Wording.Text("read_back.milestone", ("item", Named(turn, task, task.Item.Name)), ("state", turn.Phrasing.Milestone(milestone.State)));

    static string? NoChangeLine(Turn turn)
    {
        if (turn.Draft.NoChange.Count == 0) return null;
        var names = turn.DraftTasks.Where(task => turn.Draft.NoChange.Contains(task.Report.Id)).Select(task => Named(turn, task, task.Item.Name)).ToList();
        return names.Count == 0 ? null : turn.Wording.Text("read_back.no_change", ("items", turn.Phrasing.Names(names, 4)));
    }

    static string? EvidenceLine(Turn turn)
    {
        var byItem = new List<string>();
        foreach (var task in turn.DraftTasks)
            if (CountEvidence(turn.Draft, task) is > 0 and var count) byItem.Add(turn.Wording.Text("read_back.evidence_of", ("item", Named(turn, task, task.Item.Name)), ("count", count)));
        return byItem.Count == 0 ? null : turn.Wording.Text("read_back.evidence", ("evidence", string.Join(turn.Wording.Text("format.comma"), byItem)));
    }

    static int CountEvidence(ReportDraft draft, ReportTask task)
    {
        var count = 0;
        foreach (var piece in draft.Evidence)
            if (piece.ReportId == task.Report.Id) count++;
        return count;
    }

    static string Named(Turn turn, ReportTask task, string name) =>
        turn.SeveralUnits ? $"{task.Unit.Name} {name}" : name;

    static bool Corrects(Turn turn) => turn.DraftTasks.Any(task => !task.Report.IsOpen && turn.Draft.Touches(task.Report.Id));

    static Table? TableOf(Turn turn, List<FigureLine> figures)
    {
        if (figures.Count < 2) return null;
        var rows = figures.ConvertAll(line => (IReadOnlyList<string>)
        [
            Named(turn, line.Task, line.Indicator.Name),
            line.Increment,
            line.Total,
            turn.Phrasing.Target(line.Indicator),
            Phrasing.Percent(line.Share),
            CountEvidence(turn.Draft, line.Task).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ]);
        return new Table(turn.Wording.Words("read_back.columns"), rows);
    }
}

/// <summary>Sentences that tell what is in the way.</summary>
static class Problems
{
    static readonly char[] SentenceEnds = ['。', '；', ';', '\n', '！'];

    /// <summary>The sentences with a word of trouble in them, joined; null for none.</summary>
    public static string? In(Turn turn)
    {
        if (!turn.Draft.Texts.Exists(text => turn.Book.Says("problem_words", text))) return null;
        var sentences = turn.Draft.Texts.SelectMany(text => text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(sentence => turn.Book.Says("problem_words", sentence))
            .ToList();
        return sentences.Count == 0 ? null : string.Join("；", sentences);
    }
}
