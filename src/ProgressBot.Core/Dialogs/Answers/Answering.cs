using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The names that the reporter's dialogs use.</summary>
static class Answering
{
    public static void Register(DialogNames names)
    {
        names.Readers["progress"] = ProgressReader.Read;
        names.Readers["question"] = Questions.Read;
        names.Readers["rest"] = Rest.Read;
        names.Readers["read_back"] = ReadBack.Read;
        names.Readers["reason"] = Reason;
        names.Readers["which_task"] = Corrections.Read;
        names.Readers["snooze"] = Snoozing.Read;
        names.Readers["not_ours"] = HandingOver.Listen;
        Drafts.Register(names);
        Returned.Register(names);
        MovingEvidence.Register(names);
        Disputing.Register(names);
        names.Facts["meanwhile"] = ReadBack.Meanwhile;
        names.Views["meanwhile"] = ReadBack.MeanwhileView;

        names.Facts["draft"] = turn => turn.Session.Draft is { IsEmpty: false } ? "given" : null;
        names.Facts["question"] = Questions.Given;
        names.Facts["reason_needed"] = turn => turn.Session.Draft is { NeedsReason: true } ? "yes" : null;
        names.Facts["evidence_only"] = Submitting.EvidenceOnly;
        names.Facts["correction"] = Corrections.Given;
        names.Facts["rest"] = Rest.Given;
        names.Facts["open"] = turn => turn.Facts.Tasks.Any(task => task.Report.IsOpen) ? "given" : null;
        names.Facts["later"] = Snoozing.Possible;
        names.Facts["tasks"] = turn => turn.Facts.Tasks.Count > 0 ? "given" : null;

        names.Views["tasks"] = Tasks.View;
        names.Views["question"] = Questions.View;
        names.Views["rest"] = Rest.View;
        names.Views["correction"] = Corrections.View;
        names.Views["read_back"] = ReadBack.View;

        names.Choices["question"] = Questions.Choices;
        names.Choices["rest"] = Rest.Choices;
        names.Choices["read_back"] = ReadBack.Choices;
        names.Choices["which_task"] = Corrections.Choices;
        names.Choices["snooze"] = Snoozing.Choices;

        names.Actions["submit_report"] = Submitting.Submit;
        names.Actions["submit_no_change"] = Submitting.SubmitNoChange;
        names.Actions["keep_evidence"] = Submitting.KeepEvidence;
        names.Actions["withdraw"] = Corrections.Withdraw;
        names.Actions["acknowledge"] = Acknowledge;
        names.Actions["hand_over"] = HandingOver.Begin;
        names.Actions["read_extension"] = Extending.Read;
        names.Facts["extension_reason"] = Extending.Reason;
        names.Actions["ask_extension"] = Extending.Ask;
        names.Answers["ask_extension"] = ["reason"];
        names.Targets["question"] = ["retell"];
        names.Actions["away"] = Absence.Leave;
        names.Actions["back"] = Absence.Return;
        names.Actions["begin_correction"] = Corrections.Begin;
    }

    static Reading Reason(Turn turn, string? choice)
    {
        if (turn.Input.Text.Trim().Length < 2) return Reading.NotUnderstood;
        turn.Draft.Reason = turn.Input.Text.Trim();
        turn.Draft.NeedsReason = false;
        return Reading.Understood;
    }

    // 收到 is a receipt for us, never a report: it says so and repeats until when
    static void Acknowledge(Turn turn)
    {
        var open = turn.Facts.Tasks.Where(task => task.Report.IsOpen).ToList();
        if (open.Count == 0)
        {
            turn.Say("common.ok");
            return;
        }
        turn.Emit(new ReportsAcknowledged([.. open.Select(task => task.Report.Id)]));
        turn.Say(new Outgoing(turn.Wording.Text("acknowledge.say", ("date", turn.Phrasing.Date(turn.Phrasing.LocalDate(open[0].DueAt))), ("count", open.Count)))
        {
            Buttons = Tap.On(open, [turn.Button("buttons.no_change"), turn.Button("buttons.later")]),
        });
    }
}
