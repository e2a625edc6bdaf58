using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Outbox;
using ProgressBot.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>Collects what a turn may know: who speaks (by address), the invitation whose code was typed, and the records this person may see.</summary>
sealed class FactsLoader(LedgerLoader ledgers, DialogLibrary dialogs, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <param name="files">What came with the message, read as documents.</param>
    public async Task<Facts> LoadAsync(BotDb db, Incoming incoming, IReadOnlyList<PlanFile> files)
    {
        var person = await SpeakerAsync(db, incoming.From);
        var facts = await LoadAsync(db, person, await InvitationAsync(db, incoming.Text), files, await NamedAsync(db, incoming.Text));
        if (person is not null) await SeenAsync(db, person, incoming.From, facts.Now);
        return facts;
    }

    /// <summary>The facts of somebody's turn that the clock begins.</summary>
    public async Task<Facts> LoadAsync(BotDb db, Person? person, Invitation? invitation = null, IReadOnlyList<PlanFile>? files = null, IReadOnlyList<Person>? named = null)
    {
        var now = clock.GetUtcNow();
        var zone = options.Value.Zone;
        var today = zone.Today(now);
        var ledger = person is null ? await ledgers.NobodyAsync(db) : await ledgers.LoadAsync(db, Visible(person, today));
        return new Facts
        {
            Person = person,
            Invitation = invitation,
            PlanFiles = files ?? [],
            PlanHeads = person?.Is(Roles.Coordinator) == true ? await PlanStore.HeadsAsync(db) : [],
            Ledger = ledger,
            Named = named ?? [],
            Now = now,
            Calendar = calendar(),
            Zone = zone,
            LightRule = options.Value.Lights,
            NextReceipt = 1 + await db.Set<ReceiptCounter>().Where(counter => counter.Day == today).Select(counter => counter.Last).FirstOrDefaultAsync(),
            FreshCode = InvitationCode.Create(),
            PublicUrl = options.Value.PublicUrl,
            News = person?.Is(Roles.Coordinator | Roles.Leader) == true ? await DigestNews.LoadAsync(db, ledger) : new Dictionary<int, DigestFacts>(),
        };
    }

    // a reporter sees the own units' records, coordinators and leaders all
    static IReadOnlyCollection<int>? Visible(Person person, DateOnly today) => person.Is(Roles.Coordinator | Roles.Leader)
        ? null
        : [.. person.Memberships.Where(membership => membership.IsIn(today)).Select(membership => membership.UnitId)];

    static Task<Person?> SpeakerAsync(BotDb db, Address from) => db.Set<Person>().AsSplitQuery()
        .Include(person => person.Memberships)
        .Include(person => person.Addresses)
        .FirstOrDefaultAsync(person => person.Addresses.Any(address => address.Channel == from.Channel && address.Key == from.Key));

    // two of one name would do to say so
    async Task<IReadOnlyList<Person>> NamedAsync(BotDb db, string text) => dialogs.Book.NamesIn(text) is { Count: > 0 } names
        ? await db.Set<Person>().AsSplitQuery().Include(person => person.Memberships).Include(person => person.Addresses).Where(person => names.Contains(person.Name)).OrderBy(person => person.Id).Take(10).ToListAsync()
        : [];

    static async Task<Invitation?> InvitationAsync(BotDb db, string text) =>
        InvitationCode.Hash(text) is { } hash ? await db.Set<Invitation>().FirstOrDefaultAsync(invitation => invitation.CodeHash == hash) : null;

    // whoever writes from an address can be reached there again
    static async Task SeenAsync(BotDb db, Person person, Address from, DateTimeOffset now)
    {
        var address = person.Addresses.Single(address => address.Channel == from.Channel && address.Key == from.Key);
        if (address.DeadSince is not null) await db.Set<DeadAddress>().Where(dead => dead.Channel == from.Channel && dead.Key == from.Key).ExecuteDeleteAsync();
        (address.SeenAt, address.DeadSince) = (now, null);
    }
}
