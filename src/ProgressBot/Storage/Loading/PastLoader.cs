using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Storage.Loading;

/// <summary>What decisions need beyond what every turn knows; see <see cref="EventNeeds"/>.</summary>
static class PastLoader
{
    // by unit and item, for which there is an index; what was withdrawn, sent back or replaced does not count and may be much
    const string Figures = """
        SELECT report.Id, figure.IndicatorId, report.UnitId, report.RoundId, round.PeriodStart, version.Number, version.Verdict, figure.Increment, figure.Total, figure.Comparator
        FROM Reports AS report
        JOIN ReportVersions AS version ON version.ReportId = report.Id
        JOIN Figures AS figure ON figure.ReportVersionId = version.Id
        JOIN Rounds AS round ON round.Id = report.RoundId
        WHERE report.UnitId = ?1 AND report.WorkItemId = ?2 AND version.Verdict IN ('Approved', 'Pending')
        """;

    const string States = """
        SELECT report.Id, state.MilestoneId, report.UnitId, round.PeriodStart, version.Number, version.Verdict, state.State
        FROM Reports AS report
        JOIN ReportVersions AS version ON version.ReportId = report.Id
        JOIN ReportedStates AS state ON state.ReportVersionId = version.Id
        JOIN Rounds AS round ON round.Id = report.RoundId
        WHERE report.UnitId = ?1 AND report.WorkItemId = ?2 AND version.Verdict IN ('Approved', 'Pending')
        """;

    /// <summary>The same facts with what some events need.</summary>
    public static async Task<RecordFacts> WithPastAsync(this RecordFacts facts, UnitOfWork unit, IReadOnlyList<DialogEvent> happened)
    {
        if (happened.Count == 0) return facts;
        var concerned = EventNeeds.PastOf(facts.Ledger, happened).Select(id => facts.Ledger.Report(id)).OfType<Report>().Select(report => (report.UnitId, report.WorkItemId)).Distinct().ToList();
        return facts with
        {
            Figures = [.. concerned.SelectMany(pair => FiguresOf(unit, pair.UnitId, pair.WorkItemId))],
            States = [.. concerned.SelectMany(pair => StatesOf(unit, pair.UnitId, pair.WorkItemId))],
            Reminders = EventNeeds.Reminders(happened) ? await RemindersAsync(unit.Db, facts.Ledger) : [],
            Invitation = EventNeeds.Invitation(happened) is { } id ? await unit.Db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(invitation => invitation.Id == id) : facts.Invitation,
            Reading = EventNeeds.Reading(happened) is { } key ? await unit.Db.Set<PlanReading>().AsNoTracking().FirstOrDefaultAsync(reading => reading.Key == key) ?? facts.Reading : null,
        };
    }

    static List<CountedFigure> FiguresOf(UnitOfWork unit, int unitId, int itemId) => unit.Read(Figures, row => new CountedFigure(
        row.Int32(0), row.Int32(1), row.Int32(2), row.Int32(3), row.Date(4), row.Int32(5), row.Enum<Verdict>(6), row.Decimal(7), row.Decimal(8), row.Enum<Comparator>(9) == Comparator.None), unitId, itemId);

    static List<CountedState> StatesOf(UnitOfWork unit, int unitId, int itemId) => unit.Read(States, row => new CountedState(
        row.Int32(0), row.Int32(1), row.Int32(2), row.Date(3), row.Int32(4), row.Enum<Verdict>(5), row.Enum<MilestoneState>(6)), unitId, itemId);

    static async Task<IReadOnlyList<RoundReminder>> RemindersAsync(BotDb db, Ledger ledger)
    {
        var rounds = ledger.Rounds.Select(round => round.Id).ToList();
        return await db.Set<RoundReminder>().AsNoTracking().Where(row => rounds.Contains(row.RoundId)).ToListAsync();
    }
}
