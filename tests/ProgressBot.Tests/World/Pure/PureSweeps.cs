using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What the clock begins, on a store in memory: the facts of each run, its decision, and nothing else.</summary>
static class PureSweeps
{
    public static void Run(MemoryStore store, DialogBook book, DateTimeOffset now)
    {
        Rounds(store, now);
        store.Apply(Enlistment.Of(EnlistmentOf(store, now)), now);
        store.Apply(ReminderRun.Of(book, RemindersOf(store, now)), now);
        if (NoticeRun.IsOpen(now, MemoryFacts.Calendar, MemoryFacts.Zone)) store.Apply(NoticeRun.Of(book, NoticesOf(store, now)), now);
        Digests(store, book, now);
    }

    static void Rounds(MemoryStore store, DateTimeOffset now)
    {
        var begun = store.All.Rounds.Select(round => (round.PlanId, round.PeriodStart)).ToHashSet();
        store.Apply(RoundOpening.Of(store.All.Book, begun, MemoryFacts.Calendar, now, store.Numbers), now);
        store.Apply(RoundOpening.Closing(store.All.Rounds, now), now);
    }

    static EnlistmentFacts EnlistmentOf(MemoryStore store, DateTimeOffset now) => new(store.All.Book, now, MemoryFacts.Calendar, MemoryFacts.Zone)
    {
        Asked = [.. from round in store.All.Rounds where round.State == RoundState.Open from report in round.Reports select new AskedUnit(round.PlanId, round.Id, report.UnitId, report.State)],
        Memberships = [.. store.All.People.SelectMany(person => person.Memberships)],
        Extensions = store.LedgerOf(null).Extensions,
        OfRounds = store.RoundReminders.Keys.ToHashSet(),
        OfItems = store.ItemReminders.Keys.ToHashSet(),
    };

    static ReminderFacts RemindersOf(MemoryStore store, DateTimeOffset now)
    {
        var rounds = store.RoundReminders.Values.Where(row => row.NextAt <= now).ToList();
        var items = store.ItemReminders.Values.Where(row => row.NextAt <= now).ToList();
        var people = rounds.Select(row => row.PersonId).Concat(items.Select(row => row.PersonId)).ToHashSet();
        var ledger = store.LedgerOf([.. store.All.People.Where(person => people.Contains(person.Id)).SelectMany(person => person.Memberships).Select(membership => membership.UnitId).Distinct()]);
        var copied = ReminderRun.CopiedRounds(ledger, rounds, now);
        var (week, today) = (ReminderRun.WeekBegins(now, MemoryFacts.Zone), MemoryFacts.Zone.Today(now));
        return new ReminderFacts(ledger, now, MemoryFacts.Calendar, MemoryFacts.Zone)
        {
            Rounds = rounds,
            Items = items,
            SentThisWeek = store.ReminderRecords.Where(record => record.At >= week && record.Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied)
                .GroupBy(record => record.PersonId).ToDictionary(sent => sent.Key, sent => sent.Select(record => record.At).Distinct().Count()),
            Reports = [.. store.All.Rounds.Where(round => copied.Contains(round.Id)).SelectMany(round => round.Reports)],
            Owing = store.All.Rounds.Where(round => copied.Contains(round.Id)).ToDictionary(round => round.Id, round =>
                (IReadOnlyList<int>)[.. round.Reports.Where(report => report.IsOpen).Select(report => report.UnitId).Distinct()]),
            EscalatedToday = store.ReminderRecords.Where(record => record.Outcome == ReminderOutcome.Escalated && MemoryFacts.Zone.Today(record.At) == today)
                .Select(record => (record.RoundId!.Value, record.PersonId)).ToHashSet(),
        };
    }

    static NoticeFacts NoticesOf(MemoryStore store, DateTimeOffset now) => new(store.All.Book, now, MemoryFacts.Calendar, MemoryFacts.Zone)
    {
        Coordinators = [.. store.All.Having(Roles.Coordinator)],
        Waiting = [.. store.All.Rounds.Where(round => round.State == RoundState.Open).SelectMany(round => round.Reports).Where(report => report.UnderReview is not null)],
        Written = store.Letters.Select(sent => sent.Letter.Key).ToHashSet(),
    };

    static void Digests(MemoryStore store, DialogBook book, DateTimeOffset now)
    {
        var due = DigestRun.Due(store.All.Plans, store.DigestMarks, DigestSchedule.Default, MemoryFacts.Calendar, now);
        if (due.IsEmpty) return;
        var facts = new Facts
        {
            Ledger = store.LedgerOf(null),
            Digests = due.Leaving.ToDictionary(digest => digest.Plan.Id, digest => store.News(digest.Plan, digest.Occasion, now)),
            Now = now,
            Calendar = MemoryFacts.Calendar,
            Zone = MemoryFacts.Zone,
        };
        var reminded = store.ReminderRecords.Where(record => record.At >= now.AddDays(-7) && record.Outcome == ReminderOutcome.Sent)
            .GroupBy(record => record.PersonId).ToDictionary(sent => sent.Key, sent => MemoryFacts.Zone.Today(sent.Max(record => record.At)));
        store.Apply(DigestRun.Of(book, facts, due, reminded), now);
    }
}
