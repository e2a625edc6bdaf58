using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>After part of the answer: asks once for what is still open, and for nothing else.</summary>
static class Rest
{
    const int MostLines = 8;

    /// <summary>Reports that nothing was ever said about, and those whose numbers were told only in part. What was returned has been told.</summary>
    public static string? Given(Turn turn) => turn.Session.Draft is { Enough: false, IsEmpty: false } && Of(turn).Count > 0 ? "open" : null;

    public static IReadOnlyList<ReportTask> Of(Turn turn) => [.. turn.DraftTasks.Where(task => IsOpen(turn.Draft, task))];

    static bool IsOpen(ReportDraft draft, ReportTask task)
    {
        if (task.Report.State != ReportState.Draft || draft.NoChange.Contains(task.Report.Id)) return false;
        return !draft.Touches(task.Report.Id) || Untold(draft, task).Count > 0;
    }

    static IReadOnlyList<Indicator> Untold(ReportDraft draft, ReportTask task) =>
        [.. task.Indicators.Where(indicator => !draft.Names(task.Report.Id, indicator.Id) && task.Said(indicator) is null)];

    public static Outgoing View(Turn turn)
    {
        var rest = Of(turn);
        var lines = rest.SelectMany(task => Lines(turn, task)).ToList();
        Expect(turn, rest);
        return new Outgoing(string.Join('\n',
            [.. Noted(turn), turn.Wording.Text("rest.header", ("count", rest.Count)), .. lines.Take(MostLines), .. lines.Count > MostLines ? [turn.Wording.Text("rest.more", ("count", lines.Count - MostLines))] : Array.Empty<string>()]));
    }

    // what has been understood so far; it is read back whole before it is sent
    static IEnumerable<string> Noted(Turn turn)
    {
        string[] noted =
        [
            .. DraftFigures.Of(turn).Select(line => turn.Wording.Text("rest.noted_figure", ("indicator", DraftFigures.Named(turn, line.Task, line.Indicator.Name)), ("total", turn.Phrasing.Said(line.Figure.Total, line.Figure.Comparator, line.Indicator)))),
            .. turn.Draft.Milestones.Where(state => turn.DraftTask(state.ReportId) is not null).Select(state => Noted(turn, turn.DraftTask(state.ReportId)!, state)),
        ];
        if (noted.Length > 0) yield return turn.Wording.Text("rest.noted", ("noted", turn.Phrasing.Names(noted, 5)));
    }

    static string Noted(Turn turn, ReportTask task, DraftMilestone state) => turn.Wording.Text("read_back.milestone", ("state", turn.Phrasing.Milestone(state.State)),
        ("item", task.Item.Milestones.FirstOrDefault(milestone => milestone.Id == state.MilestoneId) is { IsBeside: true } beside ? beside.Name : DraftFigures.Named(turn, task, task.Item.Name)));

    static IEnumerable<string> Lines(Turn turn, ReportTask task) => task.AsksMilestone
        ? [turn.Wording.Text("rest.milestone", ("number", task.Number), ("item", task.Item.Name), ("state", turn.Phrasing.Milestone(task.State)))]
        : Untold(turn.Draft, task).Select(indicator => turn.Wording.Text("rest.figure", ("number", task.Number), ("figure", TaskLines.Of(turn.Wording, turn.Phrasing, task, indicator))));

    // a bare number, or a tap on a state, then means the only thing asked
    static void Expect(Turn turn, IReadOnlyList<ReportTask> rest)
    {
        turn.Session.Values.Remove(Expectation.Key);
        if (rest is not [var task]) return;
        if (task.AsksMilestone) turn.Session.Values[Expectation.Key] = task.Report.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        else if (Untold(turn.Draft, task) is [var indicator]) turn.Session.Values[Expectation.Key] = Expectation.Of(task, indicator);
    }

    /// <summary>The three states as buttons, when a state is the only thing asked.</summary>
    public static IEnumerable<Button> Choices(Turn turn) => Of(turn) is [{ AsksMilestone: true }]
        ? Enum.GetValues<MilestoneState>().Select(state => new Button(turn.Phrasing.Milestone(state)))
        : [];

    /// <summary>All that nothing was said about is as it was.</summary>
    public static void Leave(Turn turn)
    {
        turn.Draft.NoChange.AddRange(Of(turn).Select(task => task.Report.Id).Except(turn.Draft.Touched));
        turn.Draft.Enough = true;
    }

    // who says 确认报送 or 就这些 here wants to see what there is
    static bool IsEnough(Turn turn) => turn.Book.Wordings.Values.Any(wording => wording.Words("enough_words").Contains(turn.Text.Trim().TrimEnd('。', '.').ToLowerInvariant()));

    public static Reading Read(Turn turn, string? choice)
    {
        switch (choice)
        {
            case "rest_no_change":
                Leave(turn);
                return Reading.Understood;
            case "enough":
                turn.Draft.Enough = true;
                return Reading.Understood;
            case not null when Of(turn) is [var task]:
                turn.Draft.Put(new DraftMilestone(task.Report.Id, task.Item.Whole.Id, Enum.GetValues<MilestoneState>()[int.Parse(choice, System.Globalization.CultureInfo.InvariantCulture)]));
                return Reading.Understood;
            case null when IsEnough(turn):
                turn.Draft.Enough = true;
                return Reading.Understood;
            default:
                return ProgressReader.Read(turn, choice);
        }
    }
}
