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
    /// <summary>Each as often as it finds something to do, like the jobs.</summary>
    public static void Run(MemoryStore store, DialogBook book, DateTimeOffset now)
    {
        Exhaust(() => RoundOpening.Of(store.All.Book, Begun(store), MemoryFacts.Calendar, now, store.Numbers));
        Exhaust(() => RoundOpening.Closing(store.All.Rounds, now));
        Exhaust(() => Enlistment.Of(EnlistmentOf(store, now)));
        Exhaust(() => ReminderRun.Of(book, RemindersOf(store, now)));
        if (NoticeRun.IsOpen(now, MemoryFacts.Calendar, MemoryFacts.Zone)) Exhaust(() => NoticeRun.Of(book, NoticesOf(store, now)));
        Exhaust(() => Digests(store, book, now));

        void Exhaust(Func<Changes> decide)
        {
            while (decide() is { IsEmpty: false } changes) store.Apply(changes, now);
        }
    }

    static HashSet<(int, DateOnly)> Begun(MemoryStore store) => [.. store.All.Rounds.Select(round => (round.PlanId, round.PeriodStart))];

    static EnlistmentFacts EnlistmentOf(MemoryStore store, DateTimeOffset now) =>
        new(store.All.Book, now, MemoryFacts.Calendar, MemoryFacts.Zone)
        {
            Asked =
            [
                .. from round in store.All.Rounds
                   where round.State == RoundState.Open
                   from report in round.Reports
                   select new AskedUnit(round.PlanId, round.Id, report.UnitId, report.State),
            ],
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
        var due = store.All.People.Where(person => people.Contains(person.Id));
        var ledger = store.LedgerOf([.. due.SelectMany(person => person.Memberships).Select(membership => membership.UnitId).Distinct()]);
        var copied = ReminderRun.CopiedRounds(ledger, rounds, now);
        var behind = store.All.Rounds.Where(round => copied.Contains(round.Id)).ToList();
        return new ReminderFacts(ledger, now, MemoryFacts.Calendar, MemoryFacts.Zone)
        {
            Rounds = rounds,
            Items = items,
            SentThisWeek = SentSince(store, ReminderRun.WeekBegins(now, MemoryFacts.Zone)),
            Reports = [.. behind.SelectMany(round => round.Reports)],
            Owing = behind.ToDictionary(round => round.Id, Owing),
            EscalatedToday = EscalatedOn(store, MemoryFacts.Zone.Today(now)),
        };
    }

    // what is sent at one time is one message
    static Dictionary<int, int> SentSince(MemoryStore store, DateTimeOffset since) => store.ReminderRecords
        .Where(record => record.At >= since && record.Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied)
        .GroupBy(record => record.PersonId).ToDictionary(sent => sent.Key, sent => sent.Select(record => record.At).Distinct().Count());

    static IReadOnlyList<OwedPart> Owing(Round round) =>
        [.. round.Reports.Where(report => report.IsOpen).Select(report => new OwedPart(report.UnitId, report.WorkItemId))];

    static HashSet<(int, int)> EscalatedOn(MemoryStore store, DateOnly day) =>
    [
        .. store.ReminderRecords.Where(record => record.Outcome == ReminderOutcome.Escalated && MemoryFacts.Zone.Today(record.At) == day)
            .Select(record => (record.RoundId!.Value, record.PersonId)),
    ];

    // every letter arrives: no address is ever dead
    static NoticeFacts NoticesOf(MemoryStore store, DateTimeOffset now) => new(store.All.Book, now, MemoryFacts.Calendar, MemoryFacts.Zone)
    {
        Coordinators = [.. store.All.Having(Roles.Coordinator)],
        Waiting =
        [
            .. store.All.Rounds.Where(round => round.State == RoundState.Open).SelectMany(round => round.Reports)
                .Where(report => report.UnderReview is not null),
        ],
        Written = store.Letters.Select(sent => sent.Letter.Key).ToHashSet(),
    };

    static Changes Digests(MemoryStore store, DialogBook book, DateTimeOffset now)
    {
        var due = DigestRun.Due(store.All.Plans, store.DigestMarks, DigestSchedule.Default, MemoryFacts.Calendar, now);
        if (due.IsEmpty) return Changes.None;
        var facts = new Facts
        {
            Ledger = store.LedgerOf(null),
            Digests = due.Leaving.ToDictionary(digest => digest.Plan.Id, digest => store.DigestOf(digest.Plan, digest.Occasion, now)),
            Now = now,
            Calendar = MemoryFacts.Calendar,
            Zone = MemoryFacts.Zone,
        };
        return DigestRun.Of(book, facts, due, RemindedSince(store, now.AddDays(-7)));
    }

    static Dictionary<int, DateOnly> RemindedSince(MemoryStore store, DateTimeOffset since) => store.ReminderRecords
        .Where(record => record.At >= since && record.Outcome == ReminderOutcome.Sent)
        .GroupBy(record => record.PersonId).ToDictionary(sent => sent.Key, sent => MemoryFacts.Zone.Today(sent.Max(record => record.At)));
}
