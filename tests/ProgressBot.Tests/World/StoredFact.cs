using System.Globalization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World;

/// <summary>An event in one line of a talk.</summary>
static class StoredFact
{
    public static IEnumerable<string> Lines(DialogEvent happened, Func<int, string> report, Func<int, string> indicator) => happened switch
    {
        ReportsSubmitted submitted => submitted.Reports.Select(told =>
            $"submitted {submitted.Receipt} {report(told.ReportId)}{Told(told, indicator)}"),
        EvidenceAdded { RequirementIds: [] } added => [$"evidence {report(added.ReportId)} {added.Url ?? added.Name}"],
        EvidenceAdded added => [$"evidence {report(added.ReportId)} {added.Url ?? added.Name} (checklist)"],
        ReportsWithdrawn withdrawn => [$"withdrawn {string.Join(", ", withdrawn.ReportIds.Select(report))}"],
        ReportsApproved approved => approved.Reports.Select(version => $"approved {report(version.ReportId)}"),
        ReportReturned returned => [$"returned {report(returned.ReportId)}: {returned.Reason}"],
        ReportsAcknowledged acknowledged => [$"acknowledged {acknowledged.ReportIds.Count} reports"],
        ReminderSnoozed snoozed => [$"snoozed until {Shanghai(snoozed.Until, "MM-dd HH:mm")}"],
        UnitsNudged nudged => [$"nudged {nudged.UnitIds.Count}, number {nudged.Number}: {nudged.Matter}"],
        ScheduleChanged changed => [$"plan {changed.PlanId} set {changed.Setting}"],
        DigestSkipped skipped => [$"digest of plan {skipped.PlanId} on {skipped.Day:MM-dd} skipped"],
        DigestRestored restored => [$"digest of plan {restored.PlanId} on {restored.Day:MM-dd} restored"],
        ExtensionAsked asked =>
        [
            $"extension asked for unit {asked.UnitId} in round {asked.RoundId}: due {Day(asked.DueAt)}, locks {Day(asked.LocksAt)}, "
            + asked.Reason,
        ],
        ExtensionDecided decided => [$"extension {decided.ExtensionId} {(decided.Granted ? "granted" : "refused")}"],
        HandedOver handed =>
            [$"units {string.Join(", ", handed.UnitIds)} handed over to person {handed.ToPersonId} from {handed.From:MM-dd} on"],
        ItemRelayed relayed => [$"{report(relayed.ReportId)} relayed to person {relayed.ToPersonId} until {relayed.Until:MM-dd}"],
        PersonAway { SubstituteId: { } substitute } away => [$"away {away.From:MM-dd} to {away.Until:MM-dd}, substitute {substitute}"],
        PersonAway away => [$"away {away.From:MM-dd} to {away.Until:MM-dd}, substitute none"],
        PersonBack back => [$"back from {back.From:MM-dd} on"],
        TimeZoneChosen chosen => [$"time zone {chosen.TimeZone}"],
        RoundPaused paused => [$"round {paused.RoundId} paused"],
        RoundResumed resumed => [$"round {resumed.RoundId} resumed, due {Day(resumed.DueAt)}, locks {Day(resumed.LocksAt)}"],
        RoundCancelled cancelled => [$"round {cancelled.RoundId} cancelled"],
        PlanClosed closed => [$"plan {closed.PlanId} closed: {closed.Reason}"],
        UnitLeft left => [$"unit {left.UnitId} left from {left.From:MM-dd} on: {left.Reason}"],
        UnitJoined joined =>
        [
            $"{joined.Unit} joined item {joined.WorkItemId} as {joined.Role} from {joined.From:MM-dd} on, "
            + $"open rounds {joined.RoundIds.Count}",
        ],
        UnitChargeGiven { PersonIds: [] } given => [$"in charge of unit {given.UnitId} from {given.From:MM-dd} on: nobody"],
        UnitChargeGiven given =>
            [$"in charge of unit {given.UnitId} from {given.From:MM-dd} on: person {string.Join(", ", given.PersonIds)}"],
        PersonEnrolled enrolled => [$"enrolled {enrolled.Name} as {enrolled.Roles}"],
        PlanOffered { Revises: { } plan } offered => [$"revision of plan {plan}: {offered.FileName}"],
        PlanOffered offered => [$"offered {offered.FileName} as {offered.Title}"],
        EvidenceMoved moved => [$"evidence {moved.EvidenceId} {(moved.ReportId is { } to ? "moved to " + report(to) : "withdrawn")}"],
        ApprovalRevoked revoked => [$"approval revoked {report(revoked.ReportId)}: {revoked.Reason}"],
        ReportDisputed disputed => [$"disputed {report(disputed.ReportId)}: {disputed.Text}"],
        PlanImported imported => [$"plan {imported.PlanId} imported"],
        HandOverRequested asked => [$"hand-over asked for {asked.ReportIds.Count} reports"],
        AliasAdded added => [$"alias {added.Alias} of {indicator(added.IndicatorId)}"],
        AliasRemoved removed => [$"alias {removed.Alias} of {indicator(removed.IndicatorId)} removed"],
        CounterAdded added => [$"counter {added.Line} of plan {added.PlanId}"],
        CounterRemoved removed => [$"counter {removed.Line} of plan {removed.PlanId} removed"],
        _ => [happened.GetType().Name],
    };

    static string Day(DateTimeOffset at) => Shanghai(at, "MM-dd");

    static string Shanghai(DateTimeOffset at, string format) =>
        at.ToOffset(TimeSpan.FromHours(8)).ToString(format, CultureInfo.InvariantCulture);

    static string Told(SubmittedReport told, Func<int, string> indicator)
    {
        if (told.NoChange) return " no change";
        var problems = told.Statements.Any(said => said.Kind == StatementKind.Problem);
        return string.Concat(told.Figures.Select(figure => $" {indicator(figure.IndicatorId)}={Said(figure)}"))
            + string.Concat(told.States.Select(state => $" {state.State}"))
            + (problems ? " problems" : "")
            + (told.Reason is null ? "" : $" reason={told.Reason}");
    }

    static string Said(SubmittedFigure figure) =>
        (figure.Basis == Basis.Incremental ? "+" : "") + figure.Value.ToString(CultureInfo.InvariantCulture);
}
