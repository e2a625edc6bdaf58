using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>撤销通过 区投促局 原因: a wrong approval is taken back; the unit hears why, and the next digest says 更正.</summary>
static class Revoking
{
    const string UnitKey = "unit";
    const string ReportKey = "report";
    const string ReasonKey = "reason";
    const int MostChoices = 8;

    public static void Register(DialogNames names)
    {
        names.Actions["begin_revoke"] = Begin;
        names.Facts["revoked_report"] = turn => turn.Session.Values.GetValueOrDefault(ReportKey);
        names.Readers["revoked_report"] = Read;
        names.Choices["revoked_report"] = Choices;
        names.Facts["revoke_reason"] = turn => turn.Session.Values.GetValueOrDefault(ReasonKey);
        names.Actions["revoke"] = Revoke;
        names.Answers["revoke"] = [ReasonKey];
    }

    static void Begin(Turn turn)
    {
        var words = turn.Argument.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || turn.Facts.UnitCalled(words[0]) is not { } unit)
        {
            turn.Say("revoke.how", ("name", words.FirstOrDefault()));
            turn.Session.End();
            return;
        }
        turn.Session.Values[UnitKey] = unit.Id.ToString(CultureInfo.InvariantCulture);
        if (words.Length == 2) turn.Session.Values[ReasonKey] = InputText.AsTyped(turn.Input.Text, words[1]);
        var approved = Approved(turn);
        if (approved.Count == 1) turn.Session.Values[ReportKey] = approved[0].Id.ToString(CultureInfo.InvariantCulture);
        if (approved.Count > 0) return;
        turn.Say("revoke.nothing", ("unit", unit.Name));
        turn.Session.End();
    }

    static List<Report> Approved(Turn turn)
    {
        var unit = int.Parse(turn.Session.Values[UnitKey], CultureInfo.InvariantCulture);
        return
        [
            .. turn.Facts.Ledger.Rounds.SelectMany(round => round.Reports).Where(report => report.UnitId == unit && report.Approved is not null)
                .OrderByDescending(report => report.Approved!.ReviewedAt).ThenByDescending(report => report.Approved!.Id),
        ];
    }

    // the latest first, of which there may be more than a phone has room for
    static IEnumerable<Button> Choices(Turn turn)
    {
        var approved = Approved(turn);
        var severalRounds = approved.Select(report => report.RoundId).Distinct().Count() > 1;
        return approved.Take(MostChoices).Select(report => new Button(turn.Wording.Text("revoke.choice", ("item", Named(turn, report, severalRounds)), ("what", ReviewList.What(turn, report, report.Approved!)))));
    }

    static string Named(Turn turn, Report report, bool withRound)
    {
        var item = turn.Facts.Ledger.Item(report.WorkItemId).Name;
        return withRound ? turn.Wording.Text("format.in_round", ("name", item), ("round", turn.Phrasing.Round(turn.Facts.Ledger.RoundOf(report)))) : item;
    }

    static Reading Read(Turn turn, string? choice)
    {
        if (choice is null) return Reading.NotUnderstood;
        turn.Session.Values[ReportKey] = Approved(turn)[int.Parse(choice, CultureInfo.InvariantCulture)].Id.ToString(CultureInfo.InvariantCulture);
        return Reading.Understood;
    }

    static void Revoke(Turn turn)
    {
        var (id, reason) = (int.Parse(turn.Session.Values[ReportKey], CultureInfo.InvariantCulture), turn.Session.Values[ReasonKey]);
        if (turn.Facts.Ledger.Report(id) is not { Approved: { } approved } report)
        {
            turn.Say("review.gone");
            return;
        }
        turn.Emit(new ApprovalRevoked(id, reason));
        Returns.Tell(turn, report, approved, reason, "revoke.notice");
        turn.Say("revoke.done", ("report", ReviewList.Names(turn, [report])));
    }
}
