using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Everything that was written down, in lists, and the facts a turn may know of it. Ids are given in the order things came.</summary>
sealed class Records
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static WorkingCalendar Calendar => WorkingCalendar.China;

    public List<Plan> Plans { get; } = [];
    public List<Unit> Units { get; } = [];
    public List<Person> People { get; } = [];
    public List<Invitation> Invitations { get; } = [];
    public List<Round> Rounds { get; } = [];
    public List<Total> Totals { get; } = [];
    public List<MilestoneStanding> Milestones { get; } = [];
    public List<Evidence> Evidence { get; } = [];
    public List<Nudge> Nudges { get; } = [];
    public List<PlannedReminder> Reminders { get; } = [];
    /// <summary>Who is reminded of a work item's own deadline.</summary>
    public List<PlannedReminder> ItemReminders { get; } = [];
    public List<SentMessage> Messages { get; } = [];
    public List<ReminderDecision> Decisions { get; } = [];
    public List<(int PersonId, DateTimeOffset At)> SentReminders { get; } = [];
    public List<SentDigest> SentDigests { get; } = [];
    public Dictionary<int, DigestMark> DigestMarks { get; } = [];
    public HashSet<(int RoundId, DateOnly Day)> Escalations { get; } = [];

    /// <summary>Sessions as JSON, by person or by the address of somebody nobody knows yet.</summary>
    public Dictionary<string, byte[]> Sessions { get; } = [];

    /// <summary>Documents that were offered as plans, by file key.</summary>
    public Dictionary<string, PlanDraft> Readings { get; } = [];

    /// <summary>Receipts given out per day.</summary>
    public Dictionary<DateOnly, int> Receipts { get; } = [];

    /// <summary>What a turn is told of: open and paused rounds.</summary>
    public IEnumerable<Round> LiveRounds => Rounds.Where(round => round.State is RoundState.Open or RoundState.Paused);

    public IEnumerable<Round> OpenRounds => Rounds.Where(round => round.State == RoundState.Open);

    public Person? At(Address address) => People.FirstOrDefault(person => person.Addresses.Any(known => known.Channel == address.Channel && known.Key == address.Key));

    public Facts FactsFor(DialogBook book, Incoming incoming, DateTimeOffset now)
    {
        var person = At(incoming.From);
        var today = Zone.Today(now);
        var ledger = person is null ? new Ledger { Book = new PlanBook { Units = [.. Units] } } : LedgerOf(Visible(person, today));
        return new Facts
        {
            Person = person,
            Invitation = InvitationCode.Hash(incoming.Text) is { } hash ? Invitations.FirstOrDefault(invitation => invitation.CodeHash == hash) : null,
            Ledger = ledger,
            Named = [.. People.Where(known => book.NamesIn(incoming.Text).Contains(known.Name))],
            PlanFiles = person?.Is(Roles.Coordinator) == true ? TalkFile.Read(incoming.Files) : [],
            PlanHeads = [.. Plans.Select(plan => new PlanHead(plan.Id, plan.Title, plan.Year, plan.State))],
            Now = now,
            Calendar = Calendar,
            Zone = Zone,
            NextReceipt = 1 + Receipts.GetValueOrDefault(today),
            FreshCode = new(InvitationCode.Create),
            PublicUrl = "https://progress.example",
            NextNudge = 1 + Nudges.Select(nudge => nudge.Number).DefaultIfEmpty().Max(),
            Delivery = book.DeliveryOf(incoming.Text) is null ? DeliveryFacts.None : new DeliveryFacts(Messages, [.. Decisions.Where(decision => decision.RoundId is null || LiveRounds.Any(round => round.Id == decision.RoundId))], Next(Reminders), Next(ItemReminders), Nudges),
            DigestMarks = person?.Is(Roles.Coordinator | Roles.Leader) == true ? DigestMarks : [],
            Digests = person?.Is(Roles.Coordinator | Roles.Leader) == true && book.AsksDigest(incoming.Text) ? ledger.Plans.ToDictionary(plan => plan.Id, plan => News(plan, Coming(plan, now))) : [],
        };
    }

    static Dictionary<(int, int), DateTimeOffset> Next(List<PlannedReminder> reminders) =>
        reminders.Where(reminder => reminder.NextAt is not null).ToDictionary(reminder => (reminder.RoundId, reminder.PersonId), reminder => reminder.NextAt!.Value);

    /// <summary>The facts of something that the clock begins.</summary>
    /// <param name="units">Whose records; null for all.</param>
    public Facts FactsAt(DateTimeOffset now, IReadOnlyCollection<int>? units) => new() { Ledger = LedgerOf(units), Now = now, Calendar = Calendar, Zone = Zone };

    DigestOccasion Coming(Plan plan, DateTimeOffset now) =>
        plan.Schedule.Digests(DigestSchedule.Default).Preview(now, plan.Schedule.CalendarIn(Calendar), DigestMarks.GetValueOrDefault(plan.Id)?.Handled);

    /// <summary>What a digest of a plan is made of.</summary>
    public DigestFacts News(Plan plan, DigestOccasion occasion)
    {
        var sent = SentDigests.Where(digest => digest.PlanId == plan.Id).OrderByDescending(digest => digest.At).ToList();
        var since = sent.Find(digest => digest.Kind >= occasion.Kind)?.At ?? DigestFacts.Beginning(plan, occasion, sent.Count > 0);
        return new DigestFacts(occasion, since, [.. from round in Rounds where round.PlanId == plan.Id from report in round.Reports where report.Versions.Exists(version => version.At > since || version.ReviewedAt > since) select (round, report)],
            DigestFacts.RedRuns([.. sent.Select(digest => digest.Red)]));
    }

    /// <summary>Makes a draft plan of what was read; units that nobody knows are added.</summary>
    public Plan Adopt(PlanDraft draft, int id, DateTimeOffset now)
    {
        foreach (var unit in draft.Rows.SelectMany(row => row.Units).DistinctBy(unit => unit.Name).Where(unit => !Units.Any(known => known.IsCalled(unit.Name))).ToList())
            Units.Add(new Unit { Id = Units.Count + 1, Name = unit.Name, IsGroup = unit.IsGroup });
        var plan = Adoption.ToPlan(draft, named => Units.Single(unit => unit.IsCalled(named.Name)).Id, now);
        plan.Id = id;
        Plans.Add(plan);
        var items = Plans.SelectMany(each => each.Items).ToList();
        Number(items, (item, number) => (item.Id, item.PlanId) = (number, item.PlanId == 0 ? id : item.PlanId));
        Number(items.SelectMany(item => item.Indicators, (item, indicator) => (item, indicator)), (pair, number) => (pair.indicator.Id, pair.indicator.WorkItemId) = (number, pair.item.Id));
        Number(items.SelectMany(item => item.Requirements, (item, line) => (item, line)), (pair, number) => (pair.line.Id, pair.line.WorkItemId) = (number, pair.item.Id));
        Number(items.SelectMany(item => item.Assignments, (item, part) => (item, part)), (pair, number) => (pair.part.Id, pair.part.WorkItemId) = (number, pair.item.Id));
        return plan;
    }

    static void Number<T>(IEnumerable<T> things, Action<T, int> give)
    {
        foreach (var (thing, index) in things.Select((thing, index) => (thing, index))) give(thing, index + 1);
    }

    public ReminderSchedule ScheduleOf(Round round) => Plans.Single(plan => plan.Id == round.PlanId).Schedule.Reminders(Calendar, Zone);

    // a reporter sees the own units' records, coordinators and leaders all
    static IReadOnlyCollection<int>? Visible(Person person, DateOnly today) => person.Is(Roles.Coordinator | Roles.Leader)
        ? null
        : [.. person.Memberships.Where(membership => membership.IsIn(today)).Select(membership => membership.UnitId)];

    Ledger LedgerOf(IReadOnlyCollection<int>? units)
    {
        bool Seen(int unitId) => units is null || units.Contains(unitId);
        return new Ledger
        {
            Book = new PlanBook { Plans = [.. Plans.Where(plan => plan.State == PlanState.Active)], Units = [.. Units] },
            People = [.. People.Where(person => person.Is(Roles.Coordinator) || units is null || person.Memberships.Any(membership => Seen(membership.UnitId)))],
            Extensions = [.. Rounds.SelectMany(round => round.Extensions).Where(extension => extension.State == ExtensionState.Granted && Seen(extension.UnitId))],
            Rounds = [.. LiveRounds.Select(round => Part(round, Seen))],
            Totals = [.. Totals.Where(total => Seen(total.UnitId))],
            Milestones = [.. Milestones.Where(standing => Seen(standing.UnitId))],
            Evidence = [.. Evidence.Where(piece => Seen(piece.UnitId))],
            Nudges = units is null ? [.. Nudges] : [],
        };
    }

    static Round Part(Round round, Func<int, bool> seen)
    {
        var part = new Round
        {
            Id = round.Id,
            PlanId = round.PlanId,
            PeriodStart = round.PeriodStart,
            PeriodEnd = round.PeriodEnd,
            Label = round.Label,
            OpensAt = round.OpensAt,
            DueAt = round.DueAt,
            LocksAt = round.LocksAt,
            State = round.State,
            PausedAt = round.PausedAt,
        };
        part.Extensions.AddRange(round.Extensions);
        part.Reports.AddRange(round.Reports.Where(report => seen(report.UnitId)));
        return part;
    }
}

/// <summary>When a person is reminded of a round next, and up to which planned time that was dealt with.</summary>
sealed class PlannedReminder(int roundId, int personId, DateTimeOffset? nextAt)
{
    public int RoundId { get; } = roundId;
    public int PersonId { get; } = personId;
    public DateTimeOffset? NextAt { get; set; } = nextAt;
    public bool Snoozed { get; set; }
    public DateTimeOffset? Handled { get; set; }
}
