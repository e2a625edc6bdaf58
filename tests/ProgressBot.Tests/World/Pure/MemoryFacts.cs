using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What a turn may know of a store in memory.</summary>
static class MemoryFacts
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static WorkingCalendar Calendar => WorkingCalendar.China;

    public static Facts FactsFor(this MemoryStore store, DialogBook book, Incoming incoming, DateTimeOffset now)
    {
        var (person, today) = (store.PersonAt(incoming.From), Zone.Today(now));
        var ledger = person is null
            ? new Ledger { Book = new PlanBook { Units = store.All.Units } }
            : store.LedgerOf(person.SeenUnits(today), now - Ledger.StaysInSight);
        var (isOffice, seesAll) = (person?.Is(Roles.Coordinator) == true, person?.Is(Roles.Coordinator | Roles.Leader) == true);
        var invitation = store.InvitationIn(incoming.Text);
        return new Facts
        {
            Person = person,
            Invitation = invitation,
            Ledger = ledger,
            Named = store.Named(book.NamesIn(incoming.Text), invitation),
            PlanFiles = isOffice ? TalkFile.Read(incoming.Files) : [],
            PlanHeads = isOffice ? [.. store.Plans.Values.Select(plan => new PlanHead(plan.Id, plan.Title, plan.Year, plan.State))] : [],
            Now = now,
            Calendar = Calendar,
            Zone = Zone,
            NextPlan = isOffice ? store.NextNumber<Plan>() : 1,
            NextReceipt = 1 + (store.Receipts.GetValueOrDefault(today)?.Last ?? 0),
            FreshCode = new(InvitationCode.Create),
            PublicUrl = "https://progress.example",
            NextNudge = isOffice ? 1 + store.NudgesOf(today.Year).Select(nudge => nudge.Number).DefaultIfEmpty().Max() : 1,
            Delivery = isOffice && book.DeliveryOf(incoming.Text) is not null ? store.DeliveryFacts(today.Year) : DeliveryFacts.None,
            DigestMarks = seesAll ? store.DigestMarks : [],
            Digests = seesAll && book.AsksDigest(incoming.Text) ? store.ComingDigests(ledger, now) : [],
        };
    }

    /// <summary>
    /// What the events of a turn are decided with. Figures and states are there of everybody; the whole bot reads what the events need.
    /// </summary>
    public static RecordFacts RecordFactsFor(this MemoryStore store, Facts facts, Incoming incoming, IReadOnlyList<DialogEvent> events) =>
        new(facts.Ledger, facts.Now, facts.Calendar, facts.Zone, store.Numbers)
        {
            Speaker = facts.Person,
            From = incoming.From,
            MessageId = incoming.MessageId,
            Named = facts.Named,
            Figures = store.Figures(),
            States = store.States(),
            Reminders = [.. store.RoundReminders.Values],
            Invitation = EventNeeds.Invitation(events) is { } id ? store.Invitations.GetValueOrDefault(id) : facts.Invitation,
            Reading = EventNeeds.Reading(events) is { } key ? store.Readings.GetValueOrDefault(key) ?? Read(facts) : null,
            DigestMarks = store.DigestMarks,
            Receipt = facts.NextReceipt,
        };

    // a document that came with this very message
    static PlanReading? Read(Facts facts) => facts.PlanFiles.FirstOrDefault(file => file.HasRows) is { } file
        ? PlanReading.Of(file.File.Key, file.File.Name, file.Draft!, facts.Person?.Id, facts.Now)
        : null;

    static Person? PersonAt(this MemoryStore store, Address address) =>
        store.All.People.FirstOrDefault(person =>
            person.Addresses.Any(known => known.Channel == address.Channel && known.Key == address.Key));

    static Invitation? InvitationIn(this MemoryStore store, string text) =>
        InvitationCode.Hash(text) is { } hash ? store.Invitations.Values.FirstOrDefault(invitation => invitation.CodeHash == hash) : null;

    static List<Person> Named(this MemoryStore store, IReadOnlyList<string> names, Invitation? invitation) =>
        [.. store.All.People.Where(person => names.Contains(person.Name) || person.Id == invitation?.PersonId)];
}
