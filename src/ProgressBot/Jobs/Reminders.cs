using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Finds who is due, and writes one merged message per person into the outbox, in the transaction that moves the schedule on.</summary>
sealed class Reminders(
    WriteQueue writes, PreparedRows rows, RecordClock records, IDbContextFactory<BotDb> databases, LedgerLoader ledgers, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>What a copy to a coordinator is about, in the outbox.</summary>
    public const string CopyAbout = "copy";

    /// <summary>People looked for at once.</summary>
    const int Found = 4000;

    /// <summary>People whose records are read together, beside the line of writers and while others' reminders are written.</summary>
    const int ReadTogether = 400;

    /// <summary>People per transaction.</summary>
    const int Batch = 50;

    /// <summary>Some of those who are due. True when somebody was.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = (await DueAsync(cancellationToken)).Chunk(ReadTogether).ToList();
        for (var (index, next) = (0, due.Count == 0 ? null : ReadAsync(due[0], cancellationToken)); index < due.Count; index++)
        {
            var ahead = await next!;
            if (index + 1 < due.Count) next = ReadAsync(due[index + 1], cancellationToken);
            foreach (var people in due[index].Chunk(Batch)) await writes.RunAsync(db => RunAsync(db, people, ahead), cancellationToken);
            outbox.Wake();
        }
        return due.Count > 0;
    }

    async Task<IEnumerable<int>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        Task<List<int>> FirstAsync(IQueryable<PlannedReminder> reminders) =>
            reminders.Where(reminder => reminder.NextAt <= now).OrderBy(reminder => reminder.NextAt).Select(reminder => reminder.PersonId).Take(Found).ToListAsync(cancellationToken);
        return (await FirstAsync(db.Set<RoundReminder>())).Union(await FirstAsync(db.Set<ItemReminder>()));
    }

    /// <summary>Records as they were before the claim.</summary>
    /// <param name="Since">By the record clock.</param>
    sealed record Ahead(long Since, IReadOnlyList<int> Units, Ledger Ledger);

    async Task<Ahead> ReadAsync(int[] people, CancellationToken cancellationToken)
    {
        // asked in the line of writers: whatever has moved the clock so far is committed when the answer is here
        var since = await writes.RunAsync(_ => Task.FromResult(records.Now), cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var units = await UnitsAsync(db, people);
        return new Ahead(since, units, await ledgers.LoadAsync(db, units));
    }

    static Task<List<int>> UnitsAsync(BotDb db, IReadOnlyList<int> people) =>
        db.Set<Membership>().Where(membership => people.Contains(membership.PersonId)).Select(membership => membership.UnitId).Distinct().ToListAsync();

    async Task<bool> RunAsync(BotDb db, int[] people, Ahead ahead)
    {
        var now = clock.GetUtcNow();
        var rounds = await db.Set<RoundReminder>().AsNoTracking().Where(reminder => people.Contains(reminder.PersonId) && reminder.NextAt <= now).ToListAsync();
        var items = await db.Set<ItemReminder>().AsNoTracking().Where(reminder => people.Contains(reminder.PersonId) && reminder.NextAt <= now).ToListAsync();
        var ledger = records.Stands(ahead.Since, ahead.Units) ? ahead.Ledger : await ledgers.LoadAsync(db, await UnitsAsync(db, people));
        var sweep = new Sweep(db, rows, ledger, new Facts { Ledger = ledger, Now = now, Calendar = calendar(), Zone = options.Value.Zone }, calendar(), options.Value.Zone);
        var due = rounds.Select(row => Due(sweep, row)).Concat(items.Select(row => Due(sweep, row))).OfType<DueReminder<Claim>>().ToList();
        foreach (PlannedReminder row in (IEnumerable<PlannedReminder>)[.. rounds, .. items]) rows.Update(db, row);
        var sent = await SentThisWeekAsync(db, people, sweep);
        var merged = ReminderMerge.PerPerson(due, id => sent.GetValueOrDefault(id));
        foreach (var held in merged.Held) Record(sweep, held, ReminderOutcome.Capped);
        var copied = merged.Send.Where(reminder => reminder.Copied).SelectMany(CopiedRounds).Distinct().ToList();
        var late = copied.Count == 0 ? null : await LateReports.LoadAsync(db, sweep.Ledger, copied);
        foreach (var reminder in merged.Send) Send(sweep, reminder, late);
        await EscalateAsync(sweep, merged.Send);
        return true;
    }

    sealed record Sweep(BotDb Db, PreparedRows Rows, Ledger Ledger, Facts Facts, WorkingCalendar Calendar, TimeZoneInfo Zone)
    {
        public DateTimeOffset Now => Facts.Now;

        readonly Dictionary<int, ReminderSchedule> _schedules = [];
        readonly Dictionary<int, Person> _people = Ledger.People.ToDictionary(person => person.Id);

        public Person? Person(int id) => _people.GetValueOrDefault(id);

        public Recipient RecipientOf(int id) => Person(id) is { } person ? RoundReminder.RecipientOf(person, Zone) : new Recipient(id, Zone);

        public ReminderSchedule ItemScheduleOf(Plan plan) => new(Cadence.OfItems with { At = plan.Schedule.Cadence.At }, plan.Schedule.CalendarIn(Calendar), Zone);

        /// <summary>The own deadlines of work items that a person has to meet.</summary>
        public IReadOnlyList<ItemDeadline> Deadlines(int id) => Person(id) is { } person ? ItemDeadline.Unmet(Ledger, person.RemindedUnitsOn(Facts.Today).ToHashSet(), Facts.Today) : [];

        public ReminderSchedule ScheduleOf(int planId) => _schedules.TryGetValue(planId, out var known) ? known : _schedules[planId] = Ledger.Plan(planId).Schedule.Reminders(Calendar, Zone);

        public IReadOnlyList<ReportTask> OpenTasks(Person person) =>
            [.. ReportTask.Of(Ledger, person.RemindedUnitsOn(Facts.Today).ToHashSet(), Now).Where(task => task.Report.IsOpen)];
    }

    /// <summary>A row of the schedule and the due time at which it was taken.</summary>
    sealed record Claim(PlannedReminder Row, DateTimeOffset At);

    static DueReminder<Claim>? Due(Sweep sweep, RoundReminder row)
    {
        var round = sweep.Ledger.Rounds.FirstOrDefault(round => round.Id == row.RoundId);
        if (round is not { State: RoundState.Open })
        {
            row.NextAt = null;
            return null;
        }
        var person = sweep.Person(row.PersonId);
        var dates = round.DatesFor(person is null ? [] : RoundReminder.OpenUnits(round, person, sweep.Facts.Today));
        var steps = sweep.ScheduleOf(round.PlanId).Steps(dates, sweep.RecipientOf(row.PersonId));
        // whoever is only in charge hears of nothing but what is overdue for long
        return Taken(sweep, row, person is null || person.RemindedUnitsOn(sweep.Facts.Today).Any(unit => round.Reports.Exists(report => report.UnitId == unit)) ? steps : [.. steps.Where(step => step.Copied)]);
    }

    static DueReminder<Claim>? Due(Sweep sweep, ItemReminder row)
    {
        var deadlines = sweep.Deadlines(row.PersonId).Where(deadline => deadline.Item.Id == row.WorkItemId).ToList();
        if (deadlines is not [var first, ..])
        {
            row.NextAt = null;
            return null;
        }
        return Taken(sweep, row, sweep.ItemScheduleOf(first.Plan).Steps(first.Day, first.Plan.End, sweep.RecipientOf(row.PersonId)));
    }

    // moves the row on first; what it had to say is then decided by the latest step
    static DueReminder<Claim>? Taken(Sweep sweep, PlannedReminder row, IReadOnlyList<ReminderStep> steps)
    {
        var claim = new Claim(row, row.NextAt!.Value);
        var due = ReminderSchedule.LatestDue(steps, row.Handled, sweep.Now);
        var step = due.Send ?? (row.Snoozed ? steps.LastOrDefault(step => step.At <= sweep.Now) : null);
        foreach (var stale in due.Skipped) Record(sweep, row, stale, ReminderOutcome.Stale);
        row.Handled = due.Send?.At ?? row.Handled;
        (row.NextAt, row.Snoozed) = (steps.FirstOrDefault(next => next.At > sweep.Now)?.At, false);
        return step is null ? null : new DueReminder<Claim>(row.PersonId, claim, step);
    }

    void Send(Sweep sweep, MergedReminder<Claim> reminder, ILookup<int, Report>? late)
    {
        var person = sweep.Person(reminder.PersonId);
        // a deadline by itself does not repeat the round's message
        var open = person is null || !reminder.Parts.Any(part => part.What.Row is RoundReminder) ? [] : sweep.OpenTasks(person);
        var address = person is null ? null : Addressing.Of(person);
        var items = reminder.Parts.Select(part => part.What.Row).OfType<ItemReminder>().Select(row => row.WorkItemId).ToHashSet();
        IReadOnlyList<ItemDeadline> deadlines = items.Count == 0 ? [] : [.. sweep.Deadlines(reminder.PersonId).Where(deadline => items.Contains(deadline.Item.Id))];
        IReadOnlyList<LatePart> copies = person is null || late is null ? [] : [.. CopiedRounds(reminder).SelectMany(round => CopiesOf(sweep, person, round, late[round]))];
        var owes = open.Count > 0 || deadlines.Count > 0;
        var outcome = !owes && copies.Count == 0 ? ReminderOutcome.Answered : person!.IsAway(sweep.Facts.Today) ? ReminderOutcome.Away : address is null ? ReminderOutcome.NoAddress : owes ? ReminderOutcome.Sent : ReminderOutcome.Copied;
        Record(sweep, reminder, outcome, copies);
        if (outcome is not (ReminderOutcome.Sent or ReminderOutcome.Copied)) return;
        var wording = dialogs.Book.Wording(person!.Locale);
        var message = OutboxMessage.To(address!, Tasks.Reminder(wording, new Phrasing(wording, sweep.Facts), open, deadlines, copies), Key(reminder), OutboxKind.Reminder, sweep.Now);
        message.PersonId = person.Id;
        message.About = string.Join(',', reminder.Parts.Select(part => Subject(part.What.Row)));
        rows.Insert(sweep.Db, message);
    }

    static IEnumerable<int> CopiedRounds(MergedReminder<Claim> reminder) => reminder.Parts.Where(part => part.Step.Copied).Select(part => part.What.Row).OfType<RoundReminder>().Select(row => row.RoundId);

    static IReadOnlyList<LatePart> CopiesOf(Sweep sweep, Person person, int roundId, IEnumerable<Report> reports)
    {
        var round = sweep.Ledger.Round(roundId);
        return sweep.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo == CopyTo.Coordinator ? [] : LatePart.For(person, round, [.. reports], sweep.Ledger, sweep.Calendar, sweep.Zone, sweep.Now);
    }

    // built from what caused it, so that the same step cannot be written twice
    static string Key(MergedReminder<Claim> reminder) => string.Create(CultureInfo.InvariantCulture,
        $"reminder:{reminder.PersonId}:{string.Join(',', reminder.Parts.Select(part => $"{Subject(part.What.Row)}@{part.What.At.UtcTicks}"))}");

    static string Subject(PlannedReminder row) => row switch
    {
        RoundReminder round => round.RoundId.ToString(CultureInfo.InvariantCulture),
        ItemReminder item => "item" + item.WorkItemId.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"no subject of {row.GetType().Name}"),
    };

    // from the third working day on the coordinators read along: one message per round and day, about everybody who is missing
    async Task EscalateAsync(Sweep sweep, IReadOnlyList<MergedReminder<Claim>> reminders)
    {
        foreach (var round in reminders.SelectMany(CopiedRounds).Distinct().Select(sweep.Ledger.Round).Where(round => sweep.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo != CopyTo.Lead))
        {
            var missing = await sweep.Db.Set<Report>().Where(report => report.RoundId == round.Id && (report.State == ReportState.Draft || report.State == ReportState.Returned))
                .Select(report => report.UnitId).Distinct().ToListAsync();
            foreach (var coordinator in sweep.Ledger.Having(Roles.Coordinator))
                await CopyAsync(sweep, round, [.. missing.Where(unit => round.DueFor(unit) < sweep.Now).Order()], coordinator);
        }
    }

    async Task CopyAsync(Sweep sweep, Round round, List<int> units, Person coordinator)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"escalation:{coordinator.Id}:{round.Id}:{sweep.Facts.Today:yyyyMMdd}");
        if (units.Count == 0 || Addressing.Of(coordinator) is not { } address || await sweep.Db.Set<OutboxMessage>().AnyAsync(message => message.Key == key)) return;
        var wording = dialogs.Book.Wording(coordinator.Locale);
        var phrasing = new Phrasing(wording, sweep.Facts);
        var text = wording.Text("reminder.escalated", ("round", phrasing.Round(round)), ("left", phrasing.Left(round.DueAt, sweep.Ledger.Plan(round.PlanId))), ("count", units.Count),
            ("units", phrasing.UnitNames([.. units.Select(unit => sweep.Ledger.Unit(unit).Name)], 10)));
        var copy = new Outgoing(text) { Buttons = [new Button(wording.Text("buttons.nudge_all")), new Button(wording.Text("buttons.status"))] };
        var message = OutboxMessage.To(address, copy, key, OutboxKind.Reminder, sweep.Now);
        (message.PersonId, message.About) = (coordinator.Id, CopyAbout);
        sweep.Db.Add(message);
        var days = sweep.Ledger.Plan(round.PlanId).Schedule.CalendarIn(sweep.Calendar).WorkingDaysBetween(sweep.Zone.Today(round.DueAt), sweep.Facts.Today);
        sweep.Db.Add(new ReminderRecord { RoundId = round.Id, PersonId = coordinator.Id, Step = StepKind.Overdue, Offset = days, PlannedAt = sweep.Now, At = sweep.Now, Outcome = ReminderOutcome.Escalated, CopiedUnits = Listed(units) });
    }

    static async Task<Dictionary<int, int>> SentThisWeekAsync(BotDb db, int[] people, Sweep sweep)
    {
        var today = sweep.Facts.Today;
        var monday = sweep.Zone.Instant(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), TimeOnly.MinValue);
        return await db.Set<ReminderRecord>()
            .Where(record => people.Contains(record.PersonId) && record.At >= monday && (record.Outcome == ReminderOutcome.Sent || record.Outcome == ReminderOutcome.Copied))
            .GroupBy(record => record.PersonId)
            .Select(group => new { Person = group.Key, Count = group.Select(record => record.At).Distinct().Count() })
            .ToDictionaryAsync(row => row.Person, row => row.Count);
    }

    static void Record(Sweep sweep, MergedReminder<Claim> reminder, ReminderOutcome outcome, IReadOnlyList<LatePart>? copies = null)
    {
        foreach (var part in reminder.Parts)
            Record(sweep, part.What.Row, part.Step, outcome, Listed((copies ?? []).Where(copy => copy.Round.Id == (part.What.Row as RoundReminder)?.RoundId).Select(copy => copy.Unit.Id).Distinct().Order()));
    }

    static string? Listed(IEnumerable<int> units) => string.Concat(units.Select(unit => unit.ToString(CultureInfo.InvariantCulture) + ",")) is { Length: > 0 } list ? "," + list : null;

    static void Record(Sweep sweep, PlannedReminder row, ReminderStep step, ReminderOutcome outcome, string? copied = null) => sweep.Rows.Insert(sweep.Db, new ReminderRecord
    {
        RoundId = (row as RoundReminder)?.RoundId,
        WorkItemId = (row as ItemReminder)?.WorkItemId,
        PersonId = row.PersonId,
        Step = step.Kind,
        Offset = step.Offset,
        PlannedAt = step.At,
        At = sweep.Now,
        Outcome = outcome,
        CopiedUnits = copied,
    });
}
