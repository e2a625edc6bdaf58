using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>What was understood, read back before anything is saved: what changes, with what it was, and what stays.</summary>
static class ReadBack
{
    public static Outgoing View(Turn turn)
    {
        Remember(turn);
        return new Outgoing(turn.Wording.Text(Header(turn)) + "\n  " + string.Join("\n  ", Lines(turn))) { Table = ReadBackTable.Of(turn) };
    }

    /// <summary>What a draft says, without a question: for whoever is told of it.</summary>
    public static string Summary(Turn turn) => string.Join('\n', Lines(turn));

    static string Header(Turn turn)
    {
        if (turn.Draft.OnBehalfOf is not null) return "read_back.header_on_behalf";
        var corrected = turn.DraftTasks.Where(task => turn.Draft.Touches(task.Report.Id) && task.Report.Standing is { NoChange: false }).ToList();
        if (corrected.Count == 0) return "read_back.header";
        return corrected.Exists(task => task.Report.State == ReportState.Submitted) ? "read_back.header_under_review"
            : corrected.TrueForAll(task => task.Report.State == ReportState.Returned) ? "read_back.header_returned" : "read_back.header_correction";
    }

    static List<string> Lines(Turn turn)
    {
        var lines = DraftFigures.Of(turn).ConvertAll(figure => Line(turn, figure));
        lines.AddRange(TakenBackLines(turn));
        lines.AddRange(StateLines(turn));
        if (NoChangeLine(turn) is { } noChange) lines.Add(noChange);
        lines.AddRange(StatementLines(turn));
        if (EvidenceLine(turn) is { } evidence) lines.Add(evidence);
        if (KeptLine(turn) is { } kept) lines.Add(kept);
        return lines;
    }

    // what a colleague adds from here on is shown before anything is kept
    static void Remember(Turn turn) => turn.Draft.Revisions = turn.DraftTasks.Where(task => turn.Draft.Touches(task.Report.Id)).ToDictionary(task => task.Report.Id, task => task.Report.Revision);

    /// <summary>Given when somebody else has said more in one of these reports since the draft was shown.</summary>
    public static string? Meanwhile(Turn turn) => turn.Session.Draft is { } draft && Moved(turn, draft).Any() ? "yes" : null;

    static IEnumerable<ReportTask> Moved(Turn turn, ReportDraft draft) =>
        turn.DraftTasks.Where(task => draft.Revisions.TryGetValue(task.Report.Id, out var seen) && seen != task.Report.Revision);

    /// <summary>Who has said more meanwhile, and when.</summary>
    public static Outgoing MeanwhileView(Turn turn)
    {
        var moved = Moved(turn, turn.Draft).ToList();
        var latest = moved.Select(task => task.Report.Versions.Count > 0 ? task.Report.Versions[^1] : null).OfType<ReportVersion>().MaxBy(version => version.At);
        return new Outgoing(turn.Wording.Text("report.meanwhile.say",
            ("person", turn.Facts.PersonWith(latest?.ReviewedAt > latest?.At ? latest.ReviewedBy : latest?.By)?.Name ?? turn.Wording.Text("report.meanwhile.somebody")),
            ("items", turn.Phrasing.Names([.. moved.Select(task => task.Item.Name)], 3))));
    }

    /// <summary>One tap turns an assumed basis round.</summary>
    public static IEnumerable<Button> Choices(Turn turn) => Assumed(turn)
        .Select(line => turn.Button($"read_back.flip_to_{Phrasing.Name(Other(line.Draft.Basis))}", ("indicator", DraftFigures.Named(turn, line.Task, line.Indicator.Name)), ("phrase", line.Draft.Phrase)));

    public static Reading Read(Turn turn, string? choice)
    {
        if (choice is null) return ProgressReader.Read(turn, choice);
        var line = Assumed(turn).ElementAt(int.Parse(choice, CultureInfo.InvariantCulture));
        turn.Draft.Put(line.Draft with { Basis = Other(line.Draft.Basis), BasisSaid = true });
        return Reading.Understood;
    }

    static IEnumerable<FigureLine> Assumed(Turn turn) => turn.Draft.Figures.TrueForAll(figure => figure.BasisSaid) ? [] : DraftFigures.Of(turn).Where(line => !line.Draft.BasisSaid && line.Before != 0).Take(3);

    static Basis Other(Basis basis) => basis == Basis.Cumulative ? Basis.Incremental : Basis.Cumulative;

    static string Line(Turn turn, FigureLine line)
    {
        var words = turn.Wording;
        var stood = line.Task.Said(line.Indicator);
        var done = line.IsMet ? words.Text("read_back.met") : words.Text("read_back.percent", ("percent", Phrasing.Percent(line.Share)));
        var text = words.Text(stood is null || stood.Total == line.Figure.Total ? "read_back.figure" : "read_back.figure_changed",
            ("indicator", DraftFigures.Named(turn, line.Task, line.Indicator.Name)), ("increment", line.Increment), ("total", turn.Phrasing.Said(line.Figure.Total, line.Figure.Comparator, line.Indicator)),
            ("before", stood is null ? "" : Phrasing.Amount(stood.Total, line.Indicator)), ("done", done));
        if (line.Draft.IsConverted) text += words.Text("read_back.converted", ("phrase", line.Draft.Phrase),
            ("amount", Phrasing.Amount(line.Draft.Value, line.Indicator)));
        if (!line.Figure.IsExact) text += words.Text("read_back.vague", ("phrase", line.Draft.Phrase));
        return line.Draft.BasisSaid || line.Before == 0 ? text : text + words.Text("read_back.assumed", ("phrase", line.Draft.Phrase), ("basis", turn.Phrasing.Basis(line.Draft.Basis)));
    }

    static IEnumerable<string> TakenBackLines(Turn turn) =>
        from back in turn.Draft.TakenBack
        let task = turn.DraftTask(back.ReportId)
        where task is not null
        let indicator = task.Indicators.FirstOrDefault(indicator => indicator.Id == back.IndicatorId)
        where indicator is not null && task.Said(indicator) is not null
        select turn.Wording.Text("read_back.taken_back", ("indicator", DraftFigures.Named(turn, task, indicator.Name)), ("before", Phrasing.Amount(task.Said(indicator)!.Total, indicator)));

    // like figures: what belongs to a report that was closed meanwhile, or to none, is not read back
    static IEnumerable<string> StateLines(Turn turn) =>
        from state in turn.Draft.Milestones
        let task = turn.DraftTask(state.ReportId)
        where task is not null
        let milestone = task.Item.Milestones.FirstOrDefault(milestone => milestone.Id == state.MilestoneId)
        let name = DraftFigures.Named(turn, task, milestone is { IsBeside: true } ? milestone.Name : task.Item.Name)
        select turn.Wording.Text(state.Phrase.Length == 0 || state.Phrase == turn.Phrasing.Milestone(state.State) ? "read_back.milestone" : "read_back.milestone_said",
            ("item", name), ("state", turn.Phrasing.Milestone(state.State)), ("phrase", state.Phrase));

    static string? NoChangeLine(Turn turn)
    {
        if (turn.Draft.NoChange.Count == 0) return null;
        var names = turn.DraftTasks.Where(task => turn.Draft.NoChange.Contains(task.Report.Id)).Select(task => DraftFigures.Named(turn, task, task.Item.Name)).ToList();
        return names.Count == 0 ? null : turn.Wording.Text("read_back.no_change", ("items", turn.Phrasing.Names(names, 4)));
    }

    static IEnumerable<string> StatementLines(Turn turn) => turn.Draft.Statements.Where(said => said.Kind != StatementKind.Narrative || turn.Draft is { Figures.Count: 0, Milestones.Count: 0 })
        .Select(said => turn.Wording.Text($"read_back.said.{Phrasing.Name(said.Kind)}", ("text", said.Text),
            ("item", said.ReportId is { } id && turn.DraftTask(id) is { } task && turn.DraftTasks.Count > 1 ? turn.Wording.Text("read_back.about", ("item", DraftFigures.Named(turn, task, task.Item.Name))) : ""),
            ("day", said.Expected is { } day ? turn.Wording.Text("review.expected", ("date", turn.Phrasing.Day(day))) : "")));

    static string? EvidenceLine(Turn turn)
    {
        var byItem = new List<string>();
        foreach (var task in turn.DraftTasks)
            if (DraftFigures.CountEvidence(turn.Draft, task) is > 0 and var count) byItem.Add(turn.Wording.Text("read_back.evidence_of", ("item", DraftFigures.Named(turn, task, task.Item.Name)), ("count", count)));
        return byItem.Count == 0 ? null : turn.Wording.Text("read_back.evidence", ("evidence", string.Join(turn.Wording.Text("format.comma"), byItem)));
    }

    // what stands in the touched reports and is not named now
    static string? KeptLine(Turn turn)
    {
        var parts = turn.DraftTasks.Where(task => turn.Draft.Touches(task.Report.Id)).SelectMany(task => Kept(turn, task)).ToList();
        return parts.Count == 0 ? null : turn.Wording.Text("read_back.kept", ("parts", string.Join(turn.Wording.Text("format.comma"), parts)));
    }

    static IEnumerable<string> Kept(Turn turn, ReportTask task)
    {
        if (task.Report.Standing is not { NoChange: false } standing) yield break;
        foreach (var figure in standing.Figures.Where(figure => !turn.Draft.Names(task.Report.Id, figure.IndicatorId)))
            if (task.Indicators.FirstOrDefault(indicator => indicator.Id == figure.IndicatorId) is { } indicator)
                yield return turn.Wording.Text("read_back.kept_figure", ("indicator", DraftFigures.Named(turn, task, indicator.Name)), ("total", turn.Phrasing.Said(figure.Total, figure.Comparator, indicator)));
        foreach (var state in standing.States.Where(state => !turn.Draft.Milestones.Exists(said => said.MilestoneId == state.MilestoneId)))
            if (task.Item.Milestones.FirstOrDefault(milestone => milestone.Id == state.MilestoneId) is { } milestone)
                yield return turn.Wording.Text("read_back.milestone", ("item", milestone.IsBeside ? milestone.Name : DraftFigures.Named(turn, task, task.Item.Name)), ("state", turn.Phrasing.Milestone(state.State)));
        var pieces = task.Ledger.EvidenceOf(task.Item.Id, task.Unit.Id).Count(piece => piece.RoundId == task.Round.Id);
        if (pieces > 0) yield return turn.Wording.Text("read_back.kept_evidence", ("count", pieces));
    }
}
