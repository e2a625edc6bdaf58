using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>结束任务书: a plan ends before its time; the reason that is asked for is the confirmation, too.</summary>
static class PlanClosing
{
    const string Key = "plan";

    public static void Choose(Turn turn)
    {
        var words = ScheduleSetting.Words(turn.Argument.Replace("任务书", " ", StringComparison.Ordinal)).ToList();
        if (turn.Facts.Ledger.Plans.Count > 0 && Scheduling.Chosen(turn, words) is { } plan && words.Count == 0)
        {
            turn.Session.Values[Key] = plan.Id.ToString(CultureInfo.InvariantCulture);
            return;
        }
        turn.Say(turn.Facts.Ledger.Plans.Count == 0 ? "status.no_plan" : "close_plan.which", ("plans", Scheduling.List(turn)));
        turn.Session.End();
    }

    public static Outgoing Ask(Turn turn)
    {
        var plan = turn.Facts.Ledger.Plan(Id(turn));
        var open = turn.Facts.Ledger.Rounds.Where(round => round.PlanId == plan.Id).SelectMany(round => round.Reports).Count(report => report.IsOpen);
        return new Outgoing(turn.Wording.Text("close_plan.ask", ("plan", plan.Title), ("open", open)));
    }

    public static void Close(Turn turn)
    {
        var plan = turn.Facts.Ledger.Plan(Id(turn));
        turn.Emit(new PlanClosed(plan.Id, turn.Session.Values["reason"]));
        foreach (var round in turn.Facts.Ledger.Rounds.Where(round => round.PlanId == plan.Id)) RoundControl.Tell(turn, round, "close_plan.notice", "");
        turn.Say("close_plan.done", ("plan", plan.Title));
    }

    static int Id(Turn turn) => int.Parse(turn.Session.Values[Key], CultureInfo.InvariantCulture);
}
