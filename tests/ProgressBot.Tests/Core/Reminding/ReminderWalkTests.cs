using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

/// <summary>
/// Random offices live through two months: people report, are sent back, go away, join and leave, put reminders off, and the clock's runs come in whatever
/// batches, late or twice. What must hold is worked out here from the cadence alone.
/// </summary>
public sealed class ReminderWalkTests
{
    static readonly Unit[] Units = [.. Enumerable.Range(1, 5).Select(Unit)];

    [Theory]
    [InlineData(1), InlineData(3), InlineData(8), InlineData(10), InlineData(11)]
    public void Nobody_gets_a_step_twice_and_nobody_who_owes_something_is_forgotten(int seed)
    {
        var random = new Random(seed);
        var clock = new ReminderClock(Drawn(random));
        for (var now = At("2022-09-19 07:00"); now < At("2022-11-20 00:00"); now = now.AddMinutes(random.Next(5, 60 * random.Next(1, 60))))
        {
            clock.Open(now, random.Next(1, 4));
            clock = Happened(clock, random, now);
            var before = clock.Copy();
            var other = clock.Copy();
            Run(clock, random, now);
            Run(other, random, now);

            Assert.Equal(Told(clock), Told(other));
            NobodyIsForgotten(before, clock, now);
        }
        NothingComesTwice(clock);
        Assert.Contains(clock.Records, record => record.Outcome == ReminderOutcome.Sent);
    }

    // in batches of any size, in any order, and once more
    static void Run(ReminderClock clock, Random random, DateTimeOffset now)
    {
        var people = clock.Due(now).ToArray();
        random.Shuffle(people);
        foreach (var some in people.Chunk(random.Next(1, 5))) clock.Remind(some, now);
        Assert.Empty(clock.Due(now));
        clock.Remind(people, now);
    }

    static IReadOnlyList<string> Told(ReminderClock clock) =>
    [
        .. clock.Letters.Select(letter => letter.Key + letter.Message.Text).Order(),
        .. clock.Records.Select(record => $"{record with { CopiedUnits = [] }} {string.Join(',', record.CopiedUnits)}").Order(),
        .. clock.Rows.Select(row => row.ToString()).Order(),
    ];

    // of every round whose step has come since the row was moved on last, something was decided, and by the person's own state
    static void NobodyIsForgotten(ReminderClock before, ReminderClock after, DateTimeOffset now)
    {
        var today = Shanghai.Today(now);
        foreach (var row in before.Rows.OfType<RoundReminder>())
        {
            var (round, person) = (before.Ledger.Round(row.RoundId), before.Ledger.People.Single(person => person.Id == row.PersonId));
            if (round.State != RoundState.Open || round.OpenReports(person, today).Count == 0) continue;
            var steps = before.Ledger.Plan(round.PlanId).Schedule.Reminders(WorkingCalendar.China, Shanghai).Steps(round.Dates(), new Recipient(person.Id, Shanghai));
            // whoever came in by night is told in the morning, and what was put off waits
            if (steps.LastOrDefault(step => step.At <= now) is not { } step || step.At <= row.Handled || ((row.Handled is null || row.Snoozed) && row.NextAt > now)) continue;
            var record = Assert.Single(after.Records, record => record.PersonId == person.Id && record.RoundId == round.Id && record.At == now && record.Outcome is not (ReminderOutcome.Stale or ReminderOutcome.Escalated));
            Assert.Equal((step.Kind, step.Offset, step.At), (record.Step, record.Offset, record.PlannedAt));
            Fits(before, person, record, now);
        }
    }

    static void Fits(ReminderClock before, Person person, ReminderRecord record, DateTimeOffset now)
    {
        var monday = At("2022-09-19 00:00").AddDays((now - At("2022-09-19 00:00")).Days / 7 * 7);
        var week = before.Letters.Count(letter => letter.PersonId == person.Id && letter.Key.StartsWith("reminder:", StringComparison.Ordinal) && before.SentAt[letter.Key] >= monday);
        switch (record.Outcome)
        {
            case ReminderOutcome.Sent: Assert.False(person.IsAway(Shanghai.Today(now)) || person.Address is null); break;
            case ReminderOutcome.Away: Assert.True(person.IsAway(Shanghai.Today(now))); break;
            case ReminderOutcome.NoAddress: Assert.Null(person.Address); break;
            case ReminderOutcome.Capped: Assert.InRange(week, ReminderMerge.WeeklyCap, int.MaxValue); break;
            default: Assert.Fail($"{record.Outcome}, though {person.Name} owes something"); break;
        }
    }

    static void NothingComesTwice(ReminderClock clock)
    {
        Assert.Equal(clock.Letters.Count, clock.Letters.Select(letter => letter.Key).Distinct().Count());
        var steps = clock.Records.Where(record => record.Outcome != ReminderOutcome.Escalated && !clock.PutOff.Contains((record.PersonId, record.RoundId))).ToList();
        Assert.Equal(steps.Count, steps.Select(record => (record.PersonId, record.RoundId, record.WorkItemId, record.PlannedAt)).Distinct().Count());
        var messages = clock.Records.Where(record => record.Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied).Select(record => (record.PersonId, record.At)).Distinct();
        Assert.Equal(messages.Count(), clock.Letters.Count(letter => letter.Key.StartsWith("reminder:", StringComparison.Ordinal)));
        Assert.All(clock.Letters.Where(letter => !letter.Message.Text.Contains("【抄送】")), letter => Assert.InRange(letter.Message.Text.Split('\n').Length, 1, 14));
    }

    static ReminderClock Happened(ReminderClock clock, Random random, DateTimeOffset now)
    {
        for (var count = random.Next(3); count > 0; count--) clock = Happens(clock, random, now);
        return clock;
    }

    static ReminderClock Happens(ReminderClock clock, Random random, DateTimeOffset now)
    {
        var (today, person) = (Shanghai.Today(now), clock.Ledger.People[random.Next(clock.Ledger.People.Count)]);
        switch (random.Next(7))
        {
            case 0: return clock.With(person.GoAway(today, today.AddDays(random.Next(6)), null));
            case 1: return clock.With(person.Join(random.Next(1, Units.Length + 1), today, null));
            case 2 when random.Next(3) == 0 && person.Memberships.Count > 0: return clock.With(person.Leave(person.Memberships[0].UnitId, today.AddDays(-1)));
            case 3: return clock.PutOffSomething(random, now);
            default: return Reported(clock, random, now);
        }
    }

    static ReminderClock Reported(ReminderClock clock, Random random, DateTimeOffset now)
    {
        var open = clock.Ledger.Rounds.Where(round => round.State == RoundState.Open).SelectMany(round => round.Reports, (round, report) => (round, report)).ToList();
        if (open.Count == 0) return clock;
        var (round, report) = open[random.Next(open.Count)];
        clock.Change(round, round.With(report.UnderReview is null
            ? report.Submit(new ReportVersion { Id = clock.Next(), Receipt = "0901-001", At = now }, round.DueAt)
            : report.Return(1, now, "请补佐证")));
        return clock;
    }

    static Ledger Drawn(Random random)
    {
        Plan[] plans = [.. Enumerable.Range(1, random.Next(1, 5)).Select(id => Drawn(random, id))];
        Person[] people = [Coordinator(1), .. Enumerable.Range(2, 6).Select(id => Reporter(id, [.. Enumerable.Range(1, Units.Length).Where(_ => random.Next(3) == 0)]))];
        people[^1] = people[^1] with { Addresses = [] };
        people[^2] = people[^2].TakeCharge(random.Next(1, Units.Length + 1), new DateOnly(2022, 1, 1));
        return SmallOffice.Ledger(plans, Units, people);
    }

    static Plan Drawn(Random random, int id)
    {
        var plan = Plan(id, [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(1, Units.Length).Where(_ => random.Next(2) == 0).Prepend(random.Next(1, Units.Length + 1)).Distinct().ToArray())]);
        return plan with
        {
            Period = random.Next(2) == 0 ? RoundPeriod.Month : RoundPeriod.Week,
            Schedule = new PlanSchedule
            {
                Due = random.Next(2) == 0 ? DueRule.Default with { OpensBefore = 3, LocksAfter = 5 } : DueRule.Default,
                Cadence = Cadence.OfRounds with { Offsets = random.Next(2) == 0 ? [-3, -1, 0, 1, 3] : [-2, 0, 2, 4], RepeatEvery = random.Next(2) == 0 ? 2 : null, CopiesTo = (CopyTo)random.Next(3) },
            },
            Items = [.. plan.Items.Select(item => random.Next(3) > 0 ? item : item with { Deadline = new DateOnly(2022, 10, random.Next(8, 31)) })],
        };
    }
}
