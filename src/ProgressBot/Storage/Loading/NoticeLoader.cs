using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Loading;

/// <summary>What must be known to tell coordinators what they have to see to.</summary>
static class NoticeLoader
{
    /// <summary>Addresses that are told of at once.</summary>
    const int MostAddresses = 100;

    /// <summary>The same facts with what there is to tell, and whom.</summary>
    public static async Task<NoticeFacts> LoadAsync(BotDb db, NoticeFacts facts)
    {
        var dead = await db.Set<DeadAddress>().AsNoTracking().Where(address => address.ToldAt == null).OrderBy(address => address.Since).Take(MostAddresses).ToListAsync();
        var waiting = await WaitingAsync(db, NoticeRun.WaitingSince(facts.Now, facts.Calendar, facts.Zone));
        var year = facts.Calendar.MissingYear(facts.Today);
        if (dead.Count == 0 && waiting.Count == 0 && year is null) return facts;
        return facts with
        {
            Coordinators = await db.CoordinatorsAsync(),
            Dead = dead,
            Unreached = await AtAsync(db, dead),
            Waiting = waiting,
            Written = year is null ? facts.Written
                : await db.Set<OutboxMessage>().Where(message => message.Key.StartsWith(NoticeRun.CalendarKey)).Select(message => message.Key).ToHashSetAsync(),
        };
    }

    static Task<List<Report>> WaitingAsync(BotDb db, DateTimeOffset before) => db.Set<Report>().AsNoTracking()
        .Include(report => report.Versions.OrderBy(version => version.Number))
        .Where(report => report.State == ReportState.Submitted && db.Set<Round>().Any(round => round.Id == report.RoundId && round.State == RoundState.Open))
        .Where(report => report.Versions.Any(version => version.Verdict == Verdict.Pending && version.At < before))
        .ToListAsync();

    static async Task<IReadOnlyList<Person>> AtAsync(BotDb db, IReadOnlyList<DeadAddress> addresses)
    {
        var people = new List<Person>();
        foreach (var address in addresses)
            people.AddRange(await db.PersonAt(address.Address).AsNoTracking().AsSplitQuery().Include(person => person.Addresses).Include(person => person.Memberships).ToListAsync());
        return [.. people.DistinctBy(person => person.Id)];
    }
}
