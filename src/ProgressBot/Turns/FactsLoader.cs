using System.Collections.ObjectModel;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Plans;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>Collects what a turn may know: who speaks (by address), the invitation whose code was typed, and the records this person may see.</summary>
sealed class FactsLoader(LedgerLoader ledgers, DialogLibrary dialogs, Receipts receipts, RecordClock records, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, IOptions<DigestOptions> digests, TimeProvider clock)
{
    public DateOnly Today => options.Value.Zone.Today(clock.GetUtcNow());

    /// <summary>Reads who speaks from an address and what this person may see.</summary>
    public async Task<Standing> StandingAsync(BotDb db, Address from)
    {
        using var stage = TurnTrace.Stage("load");
        var (since, today) = (records.Now, Today);
        var speaker = await db.PersonAt(from).AsNoTracking().AsSplitQuery().Include(person => person.Memberships).Include(person => person.Addresses).FirstOrDefaultAsync();
        var units = speaker is null ? [] : speaker.SeenUnits(today);
        var ledger = speaker is null ? await ledgers.NobodyAsync(db) : await ledgers.LoadAsync(db, units, clock.GetUtcNow() - Ledger.StaysInSight);
        // one object for one person, or what is changed in one would not be seen in the other
        var person = speaker is null ? null : ledger.People.FirstOrDefault(known => known.Id == speaker.Id) ?? speaker;
        var key = TurnCache.KeyOf(person, from);
        var session = await db.Set<SessionRow>().AsNoTracking().Where(row => row.Key == key).Select(row => row.Json).FirstOrDefaultAsync();
        return new Standing(since, today, person, units, ledger, session is null ? null : Encoding.UTF8.GetBytes(session));
    }

    /// <summary>The facts of a turn that needs nothing from the database beyond what is in memory; null when it does.</summary>
    public Facts? Ready(Standing standing, string text) =>
        standing.Units is not null && InvitationCode.Hash(text) is null && dialogs.Book.NamesIn(text).Count == 0 && receipts.Peek(standing.Day) is { } receipt ? Facts(standing, receipt) : null;

    /// <summary>The facts of any turn.</summary>
    /// <param name="files">What came with the message, read as documents.</param>
    public async Task<Facts> LoadAsync(UnitOfWork unit, Standing standing, string text, IReadOnlyList<PlanFile> files)
    {
        var db = unit.Db;
        var invitation = InvitationCode.Hash(text) is { } hash ? await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(invitation => invitation.CodeHash == hash) : null;
        var receipt = await receipts.NextAsync(db, standing.Day);
        var named = await NamedAsync(db, standing.Ledger, text, invitation);
        if (standing.Units is not null) return Facts(standing, receipt, invitation, named);
        var office = standing.Person!.Is(Roles.Coordinator) ? await OfficeAsync(unit, standing, text) : null;
        var marks = await DigestLoader.MarksAsync(db);
        return Facts(standing, receipt, invitation, named, files, office, marks, dialogs.Book.AsksDigest(text) ? await DigestLoader.LoadAsync(db, Coming(standing.Ledger, marks), clock.GetUtcNow()) : null);
    }

    /// <summary>What the events of a turn are decided with.</summary>
    public RecordFacts RecordFacts(UnitOfWork unit, Facts known, Incoming incoming) => new(known.Ledger, known.Now, known.Calendar, known.Zone, unit.Numbers)
    {
        Speaker = known.Person,
        From = incoming.From,
        MessageId = incoming.MessageId,
        Named = known.Named,
        Invitation = known.Invitation,
        Reading = known.PlanFiles.FirstOrDefault(file => file.HasRows) is { } file
            ? PlanReading.Of(file.File.Key, file.File.Name, file.Draft!, known.Person?.Id, known.Now)
            : null,
        DigestMarks = known.DigestMarks,
        InvitationLifetime = options.Value.InvitationLifetime,
        SignInLifetime = options.Value.SignInLifetime,
        Receipt = known.NextReceipt,
    };

    IEnumerable<DueDigest> Coming(Ledger ledger, IReadOnlyDictionary<int, DigestMark> marks) => ledger.Plans.Select(plan =>
        new DueDigest(plan, plan.Digests(digests.Value.Schedule).Preview(clock.GetUtcNow(), plan.Schedule.CalendarIn(calendar()), marks.GetValueOrDefault(plan.Id)?.Handled)));

    /// <summary>What only coordinators need to know.</summary>
    sealed record Office(IReadOnlyList<PlanHead> Heads, int NextPlan, int NextNudge, DeliveryFacts Delivery);

    async Task<Office> OfficeAsync(UnitOfWork unit, Standing standing, string text)
    {
        var db = unit.Db;
        var year = options.Value.Zone.Instant(new DateOnly(standing.Day.Year, 1, 1), TimeOnly.MinValue);
        var nudges = await db.Set<Nudge>().Where(nudge => nudge.At >= year).MaxAsync(nudge => (int?)nudge.Number) ?? 0;
        var delivery = dialogs.Book.DeliveryOf(text) is { } about
            ? await DeliveryLoader.LoadAsync(db, standing.Ledger, standing.Ledger.Units.FirstOrDefault(unit => unit.IsCalled(about))?.Id, year, clock.GetUtcNow())
            : DeliveryFacts.None;
        return new Office(await PlanStore.HeadsAsync(db), unit.NextNumber<Plan>(), nudges + 1, delivery);
    }

    Facts Facts(
        Standing standing, int receipt, Invitation? invitation = null, IReadOnlyList<Person>? named = null,
        IReadOnlyList<PlanFile>? files = null, Office? office = null,
        IReadOnlyDictionary<int, DigestMark>? marks = null, IReadOnlyDictionary<int, DigestFacts>? news = null) => new()
    {
        Person = standing.Person,
        Invitation = invitation,
        PlanFiles = files ?? [],
        PlanHeads = office?.Heads ?? [],
        NextPlan = office?.NextPlan ?? 1,
        NextNudge = office?.NextNudge ?? 1,
        Delivery = office?.Delivery ?? DeliveryFacts.None,
        Ledger = standing.Ledger,
        Named = named ?? [],
        Now = clock.GetUtcNow(),
        Calendar = calendar(),
        Zone = options.Value.Zone,
        LightRule = options.Value.Lights,
        NextReceipt = receipt,
        FreshCode = new(InvitationCode.Create),
        PublicUrl = options.Value.PublicUrl,
        DigestSchedule = digests.Value.Schedule,
        DigestMarks = marks ?? ReadOnlyDictionary<int, DigestMark>.Empty,
        Digests = news ?? ReadOnlyDictionary<int, DigestFacts>.Empty,
    };

    // two of one name would do to say so; a sign-in code names its person
    static async Task<IReadOnlyList<Person>> NamedAsync(BotDb db, Ledger ledger, IReadOnlyList<string> names, int? signsIn)
    {
        if (names.Count == 0 && signsIn is null) return [];
        var named = await db.Set<Person>().AsNoTracking().AsSplitQuery().Include(person => person.Memberships).Include(person => person.Addresses)
            .Where(person => names.Contains(person.Name) || person.Id == signsIn).OrderBy(person => person.Id).Take(10).ToListAsync();
        return [.. named.Select(person => ledger.People.FirstOrDefault(known => known.Id == person.Id) ?? person)];
    }

    Task<IReadOnlyList<Person>> NamedAsync(BotDb db, Ledger ledger, string text, Invitation? invitation) => NamedAsync(db, ledger, dialogs.Book.NamesIn(text), invitation?.PersonId);
}
