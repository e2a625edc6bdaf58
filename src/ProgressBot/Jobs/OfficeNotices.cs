using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>What coordinators are told once, in office hours: a year whose days off are not known, an address that no longer takes messages.</summary>
sealed class OfficeNotices(WriteQueue writes, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    static readonly TimeOnly Opens = new(9, 0);
    static readonly TimeOnly Closes = new(18, 0);

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
        var dead = await db.Set<DeadAddress>().Where(address => address.ToldAt == null).Take(100).ToListAsync();
        var year = calendar().MissingYear(today);
        if (dead.Count == 0 && year is null) return false;
        var coordinators = await db.Set<Person>().Include(person => person.Addresses).Where(person => (person.Roles & Roles.Coordinator) != 0).ToListAsync();
        var told = false;
        foreach (var address in dead) told |= await AddressAsync(db, coordinators, address);
        if (year is { } missing) told |= await CalendarAsync(db, coordinators, missing);
        return told;
    }

    async Task<bool> CalendarAsync(BotDb db, List<Person> coordinators, int year)
    {
        var told = false;
        foreach (var coordinator in coordinators)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"calendar:{year}:{coordinator.Id}");
            if (await db.Set<OutboxMessage>().AnyAsync(message => message.Key == key)) continue;
            told |= Tell(db, coordinator, key, wording => wording.Text("notices.calendar", ("year", year)));
        }
        return told;
    }

    // somebody who can still be reached elsewhere is reached there: nothing to do for anybody
    async Task<bool> AddressAsync(BotDb db, List<Person> coordinators, DeadAddress address)
    {
        address.ToldAt = clock.GetUtcNow();
        var person = await db.Set<Person>().Include(person => person.Addresses).Include(person => person.Memberships)
            .FirstOrDefaultAsync(person => person.Addresses.Any(own => own.Channel == address.Channel && own.Key == address.Key));
        if (person is null || Addressing.Of(person) is not null) return false;
        var own = person.Memberships.Select(membership => membership.UnitId).ToList();
        var units = await db.Set<Unit>().Where(unit => own.Contains(unit.Id)).Select(unit => unit.Name).ToListAsync();
        var told = false;
        foreach (var coordinator in coordinators.Where(coordinator => coordinator.Id != person.Id))
            told |= Tell(db, coordinator, string.Create(CultureInfo.InvariantCulture, $"dead:{address.Channel}:{address.Key}:{address.Since.UtcTicks}:{coordinator.Id}"), wording => wording.Text("notices.address",
                ("person", person.Name), ("units", string.Join(wording.Text("format.comma"), units)), ("unit", units.FirstOrDefault() ?? ""), ("error", address.Reason)));
        return told;
    }

    bool Tell(BotDb db, Person coordinator, string key, Func<Wording, string> text)
    {
        if (Addressing.Of(coordinator) is not { } address) return false;
        db.Add(OutboxMessage.To(address, new Outgoing(text(dialogs.Book.Wording(coordinator.Locale))), key, OutboxKind.Reminder, clock.GetUtcNow()));
        return true;
    }
}
