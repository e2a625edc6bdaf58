using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What a turn may know of a store in memory.</summary>
static class MemoryFacts
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static WorkingCalendar Calendar => WorkingCalendar.China;

    public static Person? At(this MemoryStore store, Address address) =>
        store.All.People.FirstOrDefault(person => person.Addresses.Any(known => known.Channel == address.Channel && known.Key == address.Key));

    public static Facts FactsFor(this MemoryStore store, DialogBook book, Incoming incoming, DateTimeOffset now)
    {
        var (person, today) = (store.At(incoming.From), Zone.Today(now));
        var ledger = person is null ? new Ledger { Book = new PlanBook { Units = store.All.Units } } : store.LedgerOf(Visible(person, today));
        var seesAll = person?.Is(Roles.Coordinator | Roles.Leader) == true;
        var invitation = InvitationCode.Hash(incoming.Text) is { } hash ? store.Invitations.Values.FirstOrDefault(invitation => invitation.CodeHash == hash) : null;
        return new Facts
        {
            Person = person,
            Invitation = invitation,
            Ledger = ledger,
            Named = [.. store.All.People.Where(known => book.NamesIn(incoming.Text).Contains(known.Name) || known.Id == invitation?.PersonId)],
            PlanFiles = person?.Is(Roles.Coordinator) == true ? TalkFile.Read(incoming.Files) : [],
            PlanHeads = [.. store.Plans.Values.Select(plan => new PlanHead(plan.Id, plan.Title, plan.Year, plan.State))],
            Now = now,
            Calendar = Calendar,
            Zone = Zone,
            NextPlan = store.NextNumber<Plan>(),
            NextReceipt = 1 + store.Receipts.GetValueOrDefault(today),
            FreshCode = new(InvitationCode.Create),
            PublicUrl = "https://progress.example",
            NextNudge = 1 + store.All.Nudges.Select(nudge => nudge.Number).DefaultIfEmpty().Max(),
            Delivery = book.DeliveryOf(incoming.Text) is null ? DeliveryFacts.None : Delivery(store),
            DigestMarks = seesAll ? store.DigestMarks : [],
            Digests = seesAll && book.AsksDigest(incoming.Text) ? ledger.Plans.ToDictionary(plan => plan.Id, plan => store.News(plan, Coming(store, plan, now), now)) : [],
        };
    }

    /// <summary>What the events of a turn are decided with.</summary>
    public static RecordFacts RecordFactsFor(this MemoryStore store, Facts facts, Incoming incoming) => new(facts.Ledger, facts.Now, facts.Calendar, facts.Zone, store.Numbers)
    {
        Speaker = facts.Person,
        From = incoming.From,
        MessageId = incoming.MessageId,
        Named = facts.Named,
        Figures = store.Figures,
        States = store.States,
        Reminders = [.. store.RoundReminders.Values],
        Invitation = facts.Invitation,
        Reading = facts.PlanFiles.FirstOrDefault(file => file.HasRows) is { } file
            ? PlanReading.Of(file.File.Key, file.File.Name, file.Draft!, facts.Person?.Id, facts.Now)
            : store.Readings.Values.LastOrDefault(),
        DigestMarks = store.DigestMarks,
        Receipt = facts.NextReceipt,
    };

    /// <summary>What a digest of a plan is made of.</summary>
    public static DigestFacts News(this MemoryStore store, Plan plan, DigestOccasion occasion, DateTimeOffset now)
    {
        var sent = store.SentDigests.Where(digest => digest.PlanId == plan.Id).OrderByDescending(digest => digest.At).ToList();
        var since = DigestFacts.Beginning(plan, occasion, sent);
        var rounds = store.All.Rounds.Where(round => round.PlanId == plan.Id).ToList();
        var reports = from round in rounds
                      from report in round.Reports
                      where report.Versions.Any(version => version.At > since || version.ReviewedAt > since)
                      select (round, report);
        return new DigestFacts(occasion, since, [.. reports]) { RoundId = DigestFacts.RoundAt(rounds, now), Sent = sent };
    }

    static DigestOccasion Coming(MemoryStore store, Plan plan, DateTimeOffset now) =>
        plan.Digests(DigestSchedule.Default).Preview(now, plan.Schedule.CalendarIn(Calendar), store.DigestMarks.GetValueOrDefault(plan.Id)?.Handled);

    static DeliveryFacts Delivery(MemoryStore store)
    {
        var live = store.LiveRounds.Select(round => round.Id).ToHashSet();
        return new DeliveryFacts(
            [.. store.Letters.Where(sent => sent.Letter.Kind == LetterKind.Reminder || sent.Letter.About is not null).Where(sent => sent.Letter.Kind != LetterKind.Digest).Select(Sent)],
            [
                .. store.ReminderRecords.Where(record => record.RoundId is null || live.Contains(record.RoundId.Value)).Select(record =>
                    new ReminderDecision(record.RoundId, record.WorkItemId, record.PersonId, record.Step, record.Offset, record.At, record.Outcome, record.CopiedUnits)),
            ],
            store.RoundReminders.Values.Where(row => row.NextAt is not null).ToDictionary(row => (row.RoundId, row.PersonId), row => row.NextAt!.Value),
            store.ItemReminders.Values.Where(row => row.NextAt is not null).ToDictionary(row => (row.WorkItemId, row.PersonId), row => row.NextAt!.Value),
            store.All.Nudges);
    }

    static SentMessage Sent((Letter Letter, DateTimeOffset At) sent) => new(sent.Letter.PersonId, sent.Letter switch
    {
        { Kind: LetterKind.Notice } => MessageKind.Nudge,
        { About: ReminderRun.CopyAbout } => MessageKind.Copy,
        { About: NoticeRun.ReviewAbout } => MessageKind.Review,
        _ => MessageKind.Reminder,
    }, sent.Letter.Kind == LetterKind.Notice ? sent.Letter.About : null, ListeningChannel.ChannelName, sent.At, MessageState.Sent, null);

    // a reporter sees the own units' records, coordinators and leaders all
    static IReadOnlyCollection<int>? Visible(Person person, DateOnly today) => person.Is(Roles.Coordinator | Roles.Leader)
        ? null
        : [.. person.Memberships.Where(membership => membership.IsIn(today)).Select(membership => membership.UnitId)];
}
