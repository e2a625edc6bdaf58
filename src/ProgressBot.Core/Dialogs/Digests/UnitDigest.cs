using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>A unit's own, for who reports: what has become of what was told, and what is still owed. Nothing of any other unit.</summary>
static class UnitDigest
{
    const int MostNames = 4;

    /// <summary>One message about all plans and units of a person; null when there is nothing to say.</summary>
    /// <param name="plans">The plans whose digests leave together, longest period first.</param>
    /// <param name="reminded">When the person was last reminded of what is owed: on that day it is not said again, and for a week it is no reason to write.</param>
    public static Outgoing? Compose(IReadOnlyList<DigestText> plans, IReadOnlyList<int> units, DateOnly? reminded)
    {
        var today = plans[0].Facts.Today;
        var sections = plans.SelectMany(plan => units.Select(unit => new Section(plan, unit, [.. Reviewed(plan, unit)], reminded == today ? [] : [.. Owed(plan, unit)]))).Where(section => section.Reviewed.Count + section.Owed.Count > 0).ToList();
        if (!sections.Exists(section => section.Reviewed.Count > 0 || !(reminded > today.AddDays(-7)))) return null;
        var names = sections.Select(section => section.Unit).Distinct().ToList();
        var text = plans[0].Title(plans[0].UnitNames(names, MostNames)).ToList();
        foreach (var section in sections)
        {
            if (plans.Count > 1) text.Add(section.Plan.Wording.Text("status.plan", ("plan", section.Plan.Board.Plan.Title)));
            if (names.Count > 1) text.Add(section.Plan.Wording.Text("digest.unit.name", ("unit", section.Plan.Ledger.Unit(section.Unit).Name)));
            text.AddRange([.. section.Reviewed, .. section.Owed]);
        }
        return new Outgoing(string.Join('\n', text)) { Buttons = [new Button(plans[0].Wording.Text("buttons.tasks"))] };
    }

    sealed record Section(DigestText Plan, int Unit, IReadOnlyList<string> Reviewed, IReadOnlyList<string> Owed);

    static IEnumerable<string> Reviewed(DigestText plan, int unit)
    {
        var approved = plan.News.Reviewed[unit].Where(entry => entry.Version.Verdict == Verdict.Approved && entry.Version == Last(entry.Report))
            .Select(entry => plan.Ledger.Item(entry.Report.WorkItemId).Name).Distinct().ToList();
        if (approved.Count > 0) yield return plan.Wording.Text("digest.unit.approved", ("items", plan.Phrasing.Names(approved, MostNames)));
    }

    static ReportVersion? Last(Report report) => report.Versions.Where(version => version.Verdict is Verdict.Approved or Verdict.Returned).MaxBy(version => version.Number);

    // what was sent back was said at once, with its reason; here it is owed like the rest
    static IEnumerable<string> Owed(DigestText plan, int unit)
    {
        var open = plan.Open[unit].ToList();
        foreach (var task in open.Where(task => task.Report.State == ReportState.Returned))
            yield return plan.Wording.Text("digest.unit.returned", ("item", task.Item.Name), ("reason", Last(task.Report)?.ReturnReason));
        foreach (var round in open.Where(task => task.Report.State != ReportState.Returned).GroupBy(task => (task.Round.Id, task.DueAt)))
            yield return plan.Wording.Text("digest.unit.owed", ("round", plan.Phrasing.Round(round.First().Round)), ("count", round.Count()), ("items", plan.Phrasing.Names([.. round.Select(task => task.Item.Name)], MostNames)),
                ("date", plan.Phrasing.Date(plan.Phrasing.LocalDate(round.Key.DueAt))), ("left", plan.Phrasing.Left(round.Key.DueAt, plan.Board.Plan)));
        var evidence = open.SelectMany(task => task.MissingEvidence).Select(requirement => TaskLines.Short(requirement.Text)).Distinct().ToList();
        if (evidence.Count > 0) yield return plan.Wording.Text("status.unit_evidence", ("evidence", plan.Phrasing.Names(evidence, 3)));
    }
}
