using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>What a unit is told when a report comes back, with the ways to close it: more proof, other numbers, or an explanation.</summary>
static class Returns
{
    /// <param name="key">The wording of the notice.</param>
    public static void Tell(Turn turn, Report report, ReportVersion version, string reason, string key)
    {
        foreach (var person in turn.Facts.Ledger.ReportersOf(report.UnitId, turn.Facts.Today))
        {
            var wording = turn.Book.Wording(person.Locale);
            var data = Tap.OnReport(report.Id, report.Revision + 1);
            var number = NumberFor(turn, person, report);
            turn.Notify(person.Id, new Outgoing(wording.Text(key,
                ("item", turn.Facts.Ledger.Item(report.WorkItemId).Name), ("what", ReviewList.What(turn, report, version)), ("reason", reason), ("person", turn.Facts.Person!.Name)))
            {
                Buttons =
                [
                    new Button(wording.Text("buttons.add_proof", ("number", number)), data), new Button(wording.Text("buttons.correct", ("number", number)), data),
                    new Button(wording.Text("buttons.explain", ("number", number)), data),
                ],
            });
        }
    }

    static int NumberFor(Turn turn, Person person, Report report)
    {
        var units = person.Memberships.Where(membership => membership.IsIn(turn.Facts.Today)).Select(membership => membership.UnitId).ToHashSet();
        return ReportTask.Of(turn.Facts.Ledger, units, turn.Facts.Now).FirstOrDefault(task => task.Report.Id == report.Id)?.Number ?? 1;
    }
}
