using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>修改 one item that was reported, and 撤回 what still waits for review.</summary>
static class Corrections
{
    /// <summary>修改 2 goes straight to item 2; with a single item there is nothing to choose.</summary>
    public static void Begin(Turn turn)
    {
        var tasks = turn.Facts.Tasks;
        var number = new string([.. turn.Argument.TakeWhile(char.IsAsciiDigit)]);
        var meant = turn.Tap is { Reports.Count: 1 } tap ? tasks.FirstOrDefault(task => tap.Reports.ContainsKey(task.Report.Id)) : number.Length > 0 ? tasks.FirstOrDefault(task => task.Number.ToString(CultureInfo.InvariantCulture) == number) : tasks is [var only] ? only : null;
        turn.Draft.Enough = true;
        if (meant is not null) turn.Draft.Only = [meant.Report.Id];
        if (tasks.Count > 0) return;
        turn.Say("report.none_open");
        turn.Session.End();
    }

    public static string? Given(Turn turn) => turn.Session.Draft is { Only.Count: > 0 } ? "given" : null;

    public static IEnumerable<Button> Choices(Turn turn) => turn.Facts.Tasks.Take(6).Select(task => new Button($"{task.Number} {task.Item.Name}"));

    public static Reading Read(Turn turn, string? choice)
    {
        var number = choice is not null ? int.Parse(choice, CultureInfo.InvariantCulture) + 1 : int.TryParse(turn.Input.Text.Trim(), out var typed) ? typed : 0;
        if (turn.Facts.Tasks.FirstOrDefault(task => task.Number == number) is not { } task) return Reading.NotUnderstood;
        turn.Draft.Only = [task.Report.Id];
        return Reading.Understood;
    }

    /// <summary>What stands for the chosen item now.</summary>
    public static Outgoing View(Turn turn)
    {
        var task = turn.DraftTasks[0];
        var lines = task.Indicators.Select(indicator => "  " + TaskLines.Of(turn.Wording, turn.Phrasing, task, indicator));
        if (task.AsksMilestone) lines = lines.Append("  " + turn.Wording.Text("task.milestone", ("state", turn.Phrasing.Milestone(task.State))));
        turn.Session.Values.Remove(Expectation.Key);
        if (task.AsksMilestone) turn.Session.Values[Expectation.Key] = task.Report.Id.ToString(CultureInfo.InvariantCulture);
        else if (task.Indicators is [var only]) turn.Session.Values[Expectation.Key] = Expectation.Of(task, only);
        return new Outgoing(string.Join('\n', [turn.Wording.Text("correct.new_value.ask", ("item", task.Item.Name)), .. lines]))
        {
            Buttons = task.AsksMilestone ? [.. Enum.GetValues<MilestoneState>().Select(state => new Button(turn.Phrasing.Milestone(state)))] : [],
        };
    }

    public static void Withdraw(Turn turn)
    {
        var pending = turn.Facts.Tasks.Where(task => task.Report.UnderReview is not null).ToList();
        // the own last words; a colleague's only where there are none
        var last = pending.Select(task => task.Report.UnderReview!).OrderByDescending(version => version.By == turn.Facts.Person!.Id).ThenByDescending(version => version.At).ThenByDescending(version => version.Id).FirstOrDefault();
        var latest = last?.Receipt;
        var reports = pending.Where(task => task.Report.UnderReview!.Receipt == latest).ToList();
        if (reports.Count == 0)
        {
            turn.Say("withdraw.nothing");
            return;
        }
        turn.Emit(new ReportsWithdrawn([.. reports.Select(task => task.Report.Id)]));
        Drafts.Shelve(turn, Drafts.Of(reports.Select(task => task.Report)));
        var isOwn = last!.By == turn.Facts.Person!.Id;
        turn.Say(new Outgoing(turn.Wording.Text(isOwn ? "withdraw.done" : "withdraw.done_of", ("receipt", latest), ("count", reports.Count), ("person", turn.Facts.PersonWith(last.By)?.Name))) { Buttons = [turn.Button("buttons.restore_draft")] });
    }
}
