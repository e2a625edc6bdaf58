using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>Reminds some people of what they owe: their rows move on, one merged message leaves for each, and it is kept what became of every step.</summary>
public static class ReminderRun
{
    /// <summary>What a copy to a coordinator is about, in the outbox.</summary>
    public const string CopyAbout = "copy";

    /// <summary>The Monday, 0:00, since which messages are counted for the weekly cap.</summary>
    public static DateTimeOffset WeekBegins(DateTimeOffset now, TimeZoneInfo zone) => zone.Instant(Period.Containing(RoundPeriod.Week, zone.Today(now)).First, TimeOnly.MinValue);

    /// <summary>The rounds of which others may get a copy now: what is asked for in <see cref="ReminderFacts.Reports"/> and after it is needed for these alone.</summary>
    /// <param name="rows">Those that are due.</param>
    public static IReadOnlyList<int> CopiedRounds(Ledger ledger, IEnumerable<RoundReminder> rows, DateTimeOffset now)
    {
        var asked = rows.Select(row => row.RoundId).ToHashSet();
        return
        [
            .. from round in ledger.Rounds
               where asked.Contains(round.Id) && ledger.Plan(round.PlanId).Schedule.Cadence.CopiesFrom is { } offset && (offset <= 0 || round.DueAt.AddDays(offset - 1) < now)
               select round.Id,
        ];
    }

    /// <summary>What is due of these people, and for each one message at most. The same facts give the same keys.</summary>
    public static Changes Of(DialogBook book, ReminderFacts facts)
    {
        var view = new ReminderView(facts);
        var taken = TakenReminder.All(view);
        var due = taken.Where(each => each.Step is not null).Select(each => new DueReminder<TakenReminder>(each.Row.PersonId, each, each.Step!));
        var merged = ReminderMerge.PerPerson(due, person => facts.SentThisWeek.GetValueOrDefault(person));
        var rows = taken.Select(each => RowChange.Change(each.Row)).Concat(taken.SelectMany(each => Stale(each, facts.Now))).Concat(merged.Held.SelectMany(held => Capped(held, facts.Now)));
        var sent = merged.Send.Select(each => PersonReminder.Of(view, each).Changes(book, view)).ToList();
        return new Changes([.. rows, .. sent.SelectMany(changes => changes.Rows)], [.. sent.SelectMany(changes => changes.Letters)])
            .And(Escalation.Of(book, view, merged.Send.SelectMany(PersonReminder.CopiedRounds).Distinct()));
    }

    static IEnumerable<RowChange> Stale(TakenReminder taken, DateTimeOffset now) =>
        taken.Stale.Select(step => RowChange.Add(taken.Record(step, ReminderOutcome.Stale, now, [])));

    static IEnumerable<RowChange> Capped(MergedReminder<TakenReminder> held, DateTimeOffset now) =>
        held.Parts.Select(part => RowChange.Add(part.What.Record(part.Step, ReminderOutcome.Capped, now, [])));
}
