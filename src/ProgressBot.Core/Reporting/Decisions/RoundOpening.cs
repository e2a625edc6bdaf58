using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Opens each plan's rounds by its cadence, with a frozen roster, and closes them when they lock.</summary>
public static class RoundOpening
{
    /// <summary>
    /// The rounds that begin now, with a report for every line of the roster. What was due before the plan came into force is nobody's fault and is not opened.
    /// </summary>
    /// <param name="book">The plans in force.</param>
    /// <param name="begun">The first days of the rounds that the plans have had, whatever became of them.</param>
    /// <param name="office">The office's calendar; a plan's own counts.</param>
    public static Changes Of(PlanBook book, IReadOnlySet<(int PlanId, DateOnly PeriodStart)> begun, WorkingCalendar office, DateTimeOffset now, RowNumbers numbers) => Changes.Of(
    [
        .. from plan in book.Plans
           from dates in plan.RoundSchedule().Rounds(plan.Schedule.CalendarIn(office))
           where dates.OpensAt <= now && now < dates.LocksAt && dates.DueAt > (plan.ActivatedAt ?? DateTimeOffset.MinValue) && !begun.Contains((plan.Id, dates.PeriodStart))
           from row in Rows.Added(Begun(plan, dates, book, numbers))
           select row,
    ]);

    /// <summary>Rounds that take no answer any more, from nobody.</summary>
    /// <param name="rounds">With their extensions.</param>
    public static Changes Closing(IEnumerable<Round> rounds, DateTimeOffset now) => Changes.Of(
    [
        .. rounds.Where(round => round.State == RoundState.Open && round.EndsAt <= now).SelectMany(round => Rows.Replaced(round, round with { State = RoundState.Closed })),
    ]);

    static Round Begun(Plan plan, RoundDates dates, PlanBook book, RowNumbers numbers)
    {
        var id = numbers.Next<Round>();
        return new Round
        {
            Id = id,
            PlanId = plan.Id,
            PeriodStart = dates.PeriodStart,
            PeriodEnd = dates.PeriodEnd,
            Label = dates.Label,
            OpensAt = dates.OpensAt,
            DueAt = dates.DueAt,
            LocksAt = dates.LocksAt,
            State = RoundState.Open,
            Reports = [.. Roster.Of(plan, book.Unit, dates.PeriodEnd).Select(line => Roster.Report(line, id) with { Id = numbers.Next<Report>() })],
        };
    }
}
