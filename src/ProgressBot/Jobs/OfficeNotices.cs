using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>What coordinators are told once, in office hours: a year whose days off are not known, an address that no longer takes messages, work that waits for review.</summary>
sealed class OfficeNotices(WriteQueue writes, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    static readonly TimeOnly Opens = new(9, 0);
    static readonly TimeOnly Closes = new(18, 0);

    /// <summary>Working days after which waiting work is mentioned, and mentioned again.</summary>
    const int ReviewAfter = 3;
    const int ReviewAgain = 5;

    /// <summary>What a reminder of reports that wait for review is about, in the outbox.</summary>
    public const string ReviewAbout = "reviews";

    /// <summary>True when somebody was told something.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var local = options.Value.Zone.WallClock(clock.GetUtcNow());
        if (!calendar().IsWorkingDay(DateOnly.FromDateTime(local)) || TimeOnly.FromDateTime(local) < Opens || TimeOnly.FromDateTime(local) >= Closes) return false;
        var found = await writes.RunAsync(db => RunAsync(db, DateOnly.FromDateTime(local)), cancellationToken);
        if (found) outbox.Wake();
        return found;
    }

    async Task<bool> RunAsync(BotDb db, DateOnly today)
    {
        var dead = await db.Set<DeadAddress>().Where(address => address.ToldAt == null).OrderBy(address => address.Since).Take(100).ToListAsync();
        var year = calendar().MissingYear(today);
        var waiting = await WaitingAsync(db, today);
        if (dead.Count == 0 && year is null && waiting.Count == 0) return false;
        var coordinators = await db.Set<Person>().Include(person => person.Addresses).Where(person => (person.Roles & Roles.Coordinator) != 0).ToListAsync();
        var told = false;
        foreach (var address in dead) told |= await AddressAsync(db, coordinators, address);
        if (year is { } missing) told |= await CalendarAsync(db, coordinators, missing);
        if (waiting.Count > 0) told |= await ReviewsAsync(db, coordinators, waiting);
        return told;
    }

    // one message about all that waits, not again before it has been reviewed; a week later what is left is said once more
    async Task<List<Waiting>> WaitingAsync(BotDb db, DateOnly today)
    {
        var (old, week) = (Midnight(calendar().AddWorkingDays(today, 1 - ReviewAfter)), Midnight(calendar().AddWorkingDays(today, 1 - ReviewAgain)));
        var waiting = await (
            from report in db.Set<Report>()
            where report.State == ReportState.Submitted && db.Set<Round>().Any(round => round.Id == report.RoundId && round.State == RoundState.Open)
            from version in db.Set<ReportVersion>()
            where version.ReportId == report.Id && version.Verdict == Verdict.Pending && version.At < old
            orderby version.At
            select new Waiting(version, report.UnitId, report.WorkItemId)).ToListAsync();
        return waiting.Exists(each => each.Version.ReviewAskedAt >= week) ? [] : waiting;
    }

    sealed record Waiting(ReportVersion Version, int UnitId, int WorkItemId);

    DateTimeOffset Midnight(DateOnly day) => options.Value.Zone.Instant(day, TimeOnly.MinValue);

    async Task<bool> ReviewsAsync(BotDb db, List<Person> coordinators, List<Waiting> waiting)
    {
        var now = clock.GetUtcNow();
        foreach (var each in waiting) each.Version.ReviewAskedAt = now;
        var (unit, item) = (await db.Set<Unit>().SingleAsync(unit => unit.Id == waiting[0].UnitId), await db.Set<WorkItem>().SingleAsync(item => item.Id == waiting[0].WorkItemId));
        var told = false;
        foreach (var coordinator in coordinators)
            told |= Tell(db, coordinator, string.Create(CultureInfo.InvariantCulture, $"reviews:{waiting[0].Version.Id}:{now.UtcTicks}:{coordinator.Id}"), ReviewAbout, wording => wording.Text("notices.reviews",
                ("count", waiting.Count), ("unit", unit.Name), ("item", item.Name), ("date", Day(wording, options.Value.Zone.Today(waiting[0].Version.At)))), "buttons.reviews");
        return told;
    }

    static string Day(Wording wording, DateOnly day) => wording.Text("format.day", ("month", day.Month), ("day", day.Day));

    async Task<bool> CalendarAsync(BotDb db, List<Person> coordinators, int year)
    {
        var told = false;
        foreach (var coordinator in coordinators)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"calendar:{year}:{coordinator.Id}");
            if (await db.Set<OutboxMessage>().AnyAsync(message => message.Key == key)) continue;
            told |= Tell(db, coordinator, key, null, wording => wording.Text("notices.calendar", ("year", year)));
        }
        return told;
    }

    // somebody who can still be reached elsewhere is reached there: nothing to do for anybody
    async Task<bool> AddressAsync(BotDb db, List<Person> coordinators, DeadAddress address)
    {
        address.ToldAt = clock.GetUtcNow();
        var person = await db.PersonAt(new Address(address.Channel, address.Key)).Include(person => person.Addresses).Include(person => person.Memberships).FirstOrDefaultAsync();
        if (person is null || Addressing.Of(person) is not null) return false;
        var own = person.Memberships.Select(membership => membership.UnitId).ToList();
        var units = await db.Set<Unit>().Where(unit => own.Contains(unit.Id)).Select(unit => unit.Name).ToListAsync();
        var told = false;
        foreach (var coordinator in coordinators.Where(coordinator => coordinator.Id != person.Id))
            told |= Tell(db, coordinator, string.Create(CultureInfo.InvariantCulture, $"dead:{address.Channel}:{address.Key}:{address.Since.UtcTicks}:{coordinator.Id}"), null, wording => wording.Text("notices.address",
                ("person", person.Name), ("units", string.Join(wording.Text("format.comma"), units)), ("unit", units.FirstOrDefault() ?? ""), ("error", address.Reason)));
        return told;
    }

    bool Tell(BotDb db, Person coordinator, string key, string? about, Func<Wording, string> text, params string[] buttons)
    {
        if (Addressing.Of(coordinator) is not { } address) return false;
        var wording = dialogs.Book.Wording(coordinator.Locale);
        var message = OutboxMessage.To(address, new Outgoing(text(wording)) { Buttons = [.. buttons.Select(button => new Button(wording.Text(button)))] }, key, OutboxKind.Reminder, clock.GetUtcNow());
        if (about is not null) (message.PersonId, message.About) = (coordinator.Id, about);
        db.Add(message);
        return true;
    }
}
