using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Loading;

/// <summary>What must be known to remind some people, beyond the records of their units.</summary>
static class ReminderLoader
{
    /// <summary>Some of the people who are due, the longest first.</summary>
    public static async Task<IReadOnlyList<int>> DueAsync(BotDb db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        Task<List<int>> FirstAsync(IQueryable<PlannedReminder> rows) =>
            rows.Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).Select(row => row.PersonId).Take(most).ToListAsync(cancellationToken);
        return [.. (await FirstAsync(db.Set<RoundReminder>())).Union(await FirstAsync(db.Set<ItemReminder>()))];
    }

    public static Task<List<int>> UnitsAsync(BotDb db, IReadOnlyCollection<int> people) =>
        db.Set<Membership>().Where(membership => people.Contains(membership.PersonId)).Select(membership => membership.UnitId).Distinct().ToListAsync();

    /// <summary>The same facts with what is due of these people, and what has been sent.</summary>
    public static async Task<ReminderFacts> LoadAsync(BotDb db, IReadOnlyCollection<int> people, ReminderFacts facts)
    {
        var rounds = await db.Set<RoundReminder>().AsNoTracking().Where(row => people.Contains(row.PersonId) && row.NextAt <= facts.Now).ToListAsync();
        var items = await db.Set<ItemReminder>().AsNoTracking().Where(row => people.Contains(row.PersonId) && row.NextAt <= facts.Now).ToListAsync();
        var due = facts with { Rounds = rounds, Items = items, SentThisWeek = await SentAsync(db, people, ReminderRun.WeekBegins(facts.Now, facts.Zone)) };
        var copied = ReminderRun.CopiedRounds(facts.Ledger, rounds, facts.Now);
        return copied.Count == 0 ? due : await WithCopiesAsync(db, due, copied);
    }

    static async Task<ReminderFacts> WithCopiesAsync(BotDb db, ReminderFacts facts, IReadOnlyList<int> rounds) => facts with
    {
        Reports = await ReportsAsync(db, rounds, LateNeeds.Of(facts.Ledger, rounds)),
        Owing = await OwingAsync(db, rounds),
        EscalatedToday = await EscalatedAsync(db, facts, rounds),
    };

    // what is sent at one time is one message
    static async Task<IReadOnlyDictionary<int, int>> SentAsync(BotDb db, IReadOnlyCollection<int> people, DateTimeOffset since) => await db.Set<ReminderRecord>()
        .Where(record => people.Contains(record.PersonId) && record.At >= since && (record.Outcome == ReminderOutcome.Sent || record.Outcome == ReminderOutcome.Copied))
        .GroupBy(record => record.PersonId)
        .Select(group => new { Person = group.Key, Count = group.Select(record => record.At).Distinct().Count() })
        .ToDictionaryAsync(row => row.Person, row => row.Count);

    static async Task<IReadOnlyList<Report>> ReportsAsync(BotDb db, IReadOnlyCollection<int> rounds, LateNeeds needs)
    {
        var (led, all) = (needs.Led, needs.Led.Concat(needs.Charged).ToList());
        if (all.Count == 0) return [];
        return await db.Set<Report>().AsNoTracking()
            .Where(report => rounds.Contains(report.RoundId) && all.Contains(report.WorkItemId))
            .Where(report => report.Role == UnitRole.Lead || (led.Contains(report.WorkItemId) && (report.State == ReportState.Draft || report.State == ReportState.Returned)))
            .ToListAsync();
    }

    static async Task<IReadOnlyDictionary<int, IReadOnlyList<OwedPart>>> OwingAsync(BotDb db, IReadOnlyCollection<int> rounds)
    {
        var owing = await db.Set<Report>().Where(report => rounds.Contains(report.RoundId) && (report.State == ReportState.Draft || report.State == ReportState.Returned))
            .Select(report => new { report.RoundId, report.UnitId, report.WorkItemId }).ToListAsync();
        return owing.GroupBy(row => row.RoundId, row => new OwedPart(row.UnitId, row.WorkItemId)).ToDictionary(round => round.Key, round => (IReadOnlyList<OwedPart>)[.. round]);
    }

    // by person, for which there is an index
    static async Task<IReadOnlySet<(int, int)>> EscalatedAsync(BotDb db, ReminderFacts facts, IReadOnlyCollection<int> rounds)
    {
        var midnight = facts.Zone.Instant(facts.Zone.Today(facts.Now), TimeOnly.MinValue);
        var coordinators = facts.Ledger.Having(Roles.Coordinator).Select(person => person.Id).ToList();
        var told = await db.Set<ReminderRecord>().Where(record => coordinators.Contains(record.PersonId) && record.At >= midnight && record.Outcome == ReminderOutcome.Escalated)
            .Select(record => new { record.RoundId, record.PersonId }).ToListAsync();
        return told.Where(row => row.RoundId is { } round && rounds.Contains(round)).Select(row => (row.RoundId!.Value, row.PersonId)).ToHashSet();
    }
}
