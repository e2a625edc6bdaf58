using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>进度: the short table first, more on a tap; of one unit or one item when it is named; for a reporter the own unit.</summary>
static class StatusView
{
    const int WorstShown = 3;
    const int MostItems = 10;

    public static void Show(Turn turn)
    {
        if (!turn.Facts.Person!.Is(Roles.Coordinator | Roles.Leader)) ShowOwn(turn);
        else if (turn.Facts.Boards.Count == 0) turn.Say("status.no_plan");
        else if (turn.Argument.Length == 0) ShowBoards(turn);
        else ShowNamed(turn);
    }

    static void ShowBoards(Turn turn)
    {
        foreach (var board in turn.Facts.Boards) turn.Say(Board(turn, board));
    }

    static Outgoing Board(Turn turn, StatusSummary board)
    {
        string[] several = turn.Facts.Boards.Count > 1 ? [turn.Wording.Text("status.plan", ("plan", board.Plan.Title))] : [];
        string[] text = [.. several, Headline(turn.Wording, board), Pace(turn.Wording, board), Lights(turn.Wording, turn.Phrasing, board), .. board.Worst.Take(WorstShown).Select(item => ItemLine.Of(turn.Wording, turn.Phrasing, board, item)), .. DigestSkipping.Standing(turn, board.Plan)];
        return new Outgoing(string.Join('\n', text)) { Buttons = [.. Buttons(turn, board)] };
    }

    public static string Headline(Wording wording, StatusSummary board) => board.Round is null
        ? wording.Text("status.no_round")
        : wording.Text("status.headline", ("round", RoundNames.Of(wording, board.Plan, board.Round)), ("expected", board.Counts.Expected), ("reported", board.Counts.Reported), ("on_time", board.Counts.OnTime.Count),
            ("late", board.Counts.Late.Count), ("missing", board.Counts.Missing.Count), ("review", board.Counts.UnderReview));

    static string Pace(Wording wording, StatusSummary board) =>
        wording.Text("status.pace", ("elapsed", Phrasing.Percent(board.Elapsed)), ("achieved", Phrasing.Percent(board.Achieved)));

    public static string Lights(Wording wording, Phrasing phrasing, StatusSummary board) => string.Join(wording.Text("format.gap"),
        new[] { Light.Green, Light.Yellow, Light.Red, Light.Grey, Light.Awaited, Light.Unreviewed }
            .Where(light => board.Count(light) > 0)
            .Select(light => wording.Text("status.light_count", ("light", phrasing.Light(light)), ("count", board.Count(light)))));

    static IEnumerable<Button> Buttons(Turn turn, StatusSummary board)
    {
        if (board.Counts.Missing.Count > 0) yield return turn.Button("buttons.missing_count", ("count", board.Counts.Missing.Count));
        if (board.Worst.Any()) yield return turn.Button("buttons.lights");
        if (!turn.Facts.Person!.Is(Roles.Coordinator)) yield break;
        if (board.Counts.UnderReview > 0) yield return turn.Button("buttons.reviews_count", ("count", board.Counts.UnderReview));
        yield return turn.Button("buttons.preview_digest");
    }

    public static void ShowLights(Turn turn)
    {
        foreach (var board in turn.Facts.Boards)
        {
            var worst = board.Worst.Select(item => ItemLine.Of(turn.Wording, turn.Phrasing, board, item)).ToList();
            string[] more = worst.Count > MostItems ? [turn.Wording.Text("status.more_items", ("count", worst.Count - MostItems))] : [];
            string[] text = worst.Count == 0 ? [turn.Wording.Text("status.all_green")] : [Lights(turn.Wording, turn.Phrasing, board), .. worst.Take(MostItems), .. more];
            turn.Say(new Outgoing(string.Join('\n', text)) { Buttons = [turn.Button("buttons.status")] });
        }
    }

    static void ShowNamed(Turn turn)
    {
        if (turn.Facts.Ledger.Units.FirstOrDefault(unit => unit.IsCalled(turn.Argument)) is { } unit)
            turn.Say(OfUnit(turn, turn.Facts.TasksOf(unit.Id), unit.Name));
        else if (Items(turn) is { Count: > 0 } items)
            foreach (var (board, item) in items.Take(3)) turn.Say(new Outgoing(ItemLine.Whole(turn, board, item)));
        else
            turn.Say(new Outgoing(turn.Wording.Text("status.unknown_name", ("name", turn.Argument))) { Buttons = [turn.Button("buttons.status")] });
    }

    static List<(StatusSummary Board, ItemStatus Item)> Items(Turn turn) =>
    [
        .. from board in turn.Facts.Boards
           from item in board.Items
           where item.Item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == turn.Argument
                 || item.Item.Name.Contains(turn.Argument, StringComparison.OrdinalIgnoreCase)
                 || item.Item.Section.Contains(turn.Argument, StringComparison.OrdinalIgnoreCase)
           select (board, item),
    ];

    static void ShowOwn(Turn turn)
    {
        var tasks = turn.Facts.Tasks;
        if (tasks.Count == 0) turn.Say("report.none_open");
        else turn.Say(OfUnit(turn, tasks, string.Join(turn.Wording.Text("format.comma"), tasks.Select(task => task.Unit.Name).Distinct())));
    }

    static Outgoing OfUnit(Turn turn, IReadOnlyList<ReportTask> tasks, string unit)
    {
        if (tasks.Count == 0) return new Outgoing(turn.Wording.Text("status.unit_free", ("unit", unit)));
        var open = tasks.Count(task => task.Report.IsOpen);
        var header = turn.Wording.Text("status.unit", ("unit", unit), ("round", turn.Phrasing.Round(tasks[0].Round)), ("count", tasks.Count), ("told", tasks.Count - open), ("open", open));
        var lines = tasks.SelectMany(task => Lines(turn, task));
        return new Outgoing(string.Join('\n', [header, .. lines]));
    }

    static IEnumerable<string> Lines(Turn turn, ReportTask task)
    {
        yield return turn.Wording.Text("status.unit_item", ("number", task.Number), ("item", task.Item.Name), ("state", turn.Wording.Text($"state.{Phrasing.Name(task.Report.State)}")));
        foreach (var indicator in task.Indicators)
            if (task.Ledger.Total(indicator.Id, task.Unit.Id) is { Reported: { } reported } total)
                yield return "  " + turn.Wording.Text(total.Approved == reported ? "status.unit_figure" : "status.unit_figure_pending", ("indicator", indicator.Name), ("total", Phrasing.Amount(reported, indicator)),
                    ("approved", Phrasing.Amount(total.Approved ?? 0, indicator)), ("target", turn.Phrasing.Target(indicator)));
        if (task.AsksMilestone) yield return "  " + turn.Wording.Text("task.milestone", ("state", turn.Phrasing.Milestone(task.State)));
        if (TaskLines.Beside(turn.Wording, turn.Phrasing, task) is { } beside) yield return "  " + beside;
        if (task.MissingEvidence.Count > 0) yield return "  " + turn.Wording.Text("status.unit_evidence", ("evidence", turn.Phrasing.Names([.. task.MissingEvidence.Select(requirement => TaskLines.Short(requirement.Text))], 3)));
    }
}
