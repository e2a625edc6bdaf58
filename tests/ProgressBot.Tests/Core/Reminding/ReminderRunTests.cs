using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class ReminderRunTests
{
    const int Boss = 1;
    static readonly int[] FirstUnit = [1];
    static readonly Unit[] Units = [Unit(1), Unit(2), Unit(3)];

    // September is open from the 22nd, due on the 30th, locked on the 19th of October, whose first week is off
    [Theory]
    [InlineData("2022-09-22 11:00", "Opening -6"), InlineData("2022-09-27 11:00", "BeforeDue -3 stale Opening"), InlineData("2022-09-30 11:00", "DueDay 0 stale Opening BeforeDue BeforeDue")]
    [InlineData("2022-10-08 11:00", "Overdue 1 stale Opening BeforeDue BeforeDue DueDay")]
    public void The_latest_step_that_is_due_is_said_and_earlier_ones_are_kept_as_stale(string now, string said)
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1));

        clock.Remind([7], At(now));

        var sent = Assert.Single(clock.Records, record => record.Outcome == ReminderOutcome.Sent);
        var stale = clock.Records.Where(record => record.Outcome == ReminderOutcome.Stale).Select(record => record.Step.ToString()).ToList();
        Assert.Equal(said, string.Join(' ', [$"{sent.Step} {sent.Offset}", .. stale.Count == 0 ? [] : stale.Prepend("stale")]));
        Assert.Equal(sent.PlannedAt, Assert.Single(clock.Rows).Handled);
        Assert.True(clock.Rows[0].NextAt > At(now));
    }

    [Fact]
    public void One_message_leaves_about_all_plans_and_its_key_is_built_from_what_was_due()
    {
        var clock = new ReminderClock(SmallOffice.Ledger([Plan(1, [1]), Plan(2, [1])], Units, [Reporter(7, 1)]));
        clock.Open(At("2022-09-22 08:00"));
        var due = clock.Rows.Select(row => row.NextAt!.Value.UtcTicks).ToList();

        clock.Remind([7], At("2022-09-22 11:00"));

        var letter = Assert.Single(clock.Letters);
        Assert.Equal([.. clock.Ledger.Rounds.Select(round => round.Id)], letter.About!.Split(',').Select(int.Parse));
        Assert.Equal($"reminder:7:{clock.Ledger.Rounds[0].Id}@{due[0]},{clock.Ledger.Rounds[1].Id}@{due[1]}", letter.Key);
        Assert.Contains("任务1，贵单位1项", letter.Message.Text);
        Assert.Contains("任务2，贵单位1项", letter.Message.Text);
    }

    public static TheoryData<string, Func<Person, Person>, ReminderOutcome> People => new()
    {
        { "at work", person => person, ReminderOutcome.Sent },
        { "away", person => person.GoAway(new DateOnly(2022, 9, 20), new DateOnly(2022, 9, 28), null), ReminderOutcome.Away },
        { "back", person => person.GoAway(new DateOnly(2022, 9, 20), new DateOnly(2022, 9, 26), null), ReminderOutcome.Sent },
        { "nowhere", person => person with { Addresses = [] }, ReminderOutcome.NoAddress },
        { "refused", person => person with { Addresses = [person.Addresses[0] with { DeadSince = At("2022-09-01 08:00") }] }, ReminderOutcome.NoAddress },
        { "left", person => person.Leave(1, new DateOnly(2022, 9, 26)), ReminderOutcome.Answered },
    };

    [Theory, MemberData(nameof(People))]
    public void It_is_kept_why_somebody_got_a_message_or_none(string who, Func<Person, Person> become, ReminderOutcome outcome)
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1));
        clock.Remind([7], At("2022-09-22 11:00"));
        var later = clock.With(become(clock.Ledger.People[0]));

        later.Remind([7], At("2022-09-27 11:00"));

        // whoever has left the unit is not reminded of its steps any more
        var last = later.Records[1..].LastOrDefault();
        Assert.Equal(outcome, last?.Outcome ?? ReminderOutcome.Answered);
        Assert.Equal(outcome == ReminderOutcome.Sent ? 2 : 1, later.Letters.Count);
        Assert.NotNull(who);
    }

    [Fact]
    public void Whoever_has_reported_gets_none()
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1));
        var round = clock.Ledger.Rounds[0];
        clock.Change(round, round.With(round.Reports[0].Submit(new ReportVersion { Id = 1, Receipt = "0922-001", At = At("2022-09-22 09:00") }, round.DueAt)));

        clock.Remind([7], At("2022-09-22 11:00"));

        Assert.Empty(clock.Letters);
        Assert.Equal(ReminderOutcome.Answered, Assert.Single(clock.Records).Outcome);
    }

    [Fact]
    public void The_week_s_share_holds_a_reminder_back_unless_something_is_due_that_day()
    {
        foreach (var (now, outcome) in new[] { ("2022-09-27 11:00", ReminderOutcome.Capped), ("2022-09-30 11:00", ReminderOutcome.Sent) })
        {
            var clock = Opened("2022-09-22 08:00", Reporter(7, 1));
            var changes = ReminderRun.Of(Book, clock.Facts([7], At(now)) with { SentThisWeek = new Dictionary<int, int> { [7] = ReminderMerge.WeeklyCap } });

            Assert.Equal(outcome, changes.Rows.Select(row => row.Row).OfType<ReminderRecord>().Single(record => record.Outcome != ReminderOutcome.Stale).Outcome);
            Assert.Equal(outcome == ReminderOutcome.Sent ? 1 : 0, changes.Letters.Count);
        }
    }

    [Fact]
    public void A_reminder_that_was_put_off_says_the_last_step_again_and_then_goes_on_by_the_cadence()
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1));
        clock.Remind([7], At("2022-09-22 11:00"));
        clock.Rows[0] = clock.Rows[0] with { NextAt = At("2022-09-22 15:00"), Snoozed = true };

        clock.Remind([7], At("2022-09-22 15:00"));

        Assert.Equal([StepKind.Opening, StepKind.Opening], clock.Records.Select(record => record.Step));
        Assert.Equal(2, clock.Letters.Select(letter => letter.Key).Distinct().Count());
        Assert.Equal((false, new DateOnly(2022, 9, 27)), (clock.Rows[0].Snoozed, Shanghai.Today(clock.Rows[0].NextAt!.Value)));
    }

    [Theory]
    [InlineData(RoundState.Paused), InlineData(RoundState.Cancelled), InlineData(RoundState.Closed)]
    public void Of_a_round_that_is_not_open_nobody_is_reminded(RoundState state)
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1));
        clock.Change(clock.Ledger.Rounds[0], clock.Ledger.Rounds[0] with { State = state });

        clock.Remind([7], At("2022-09-22 11:00"));

        Assert.Empty(clock.Records);
        Assert.Null(Assert.Single(clock.Rows).NextAt);
    }

    [Fact]
    public void What_is_late_for_long_is_copied_to_the_lead_unit_and_told_to_the_coordinator_once_a_day()
    {
        var clock = Opened("2022-09-22 08:00", Reporter(7, 1), Reporter(8, 2), Reporter(9, 3), Coordinator(Boss));
        var round = clock.Ledger.Rounds[0];
        clock.Change(round, round.With(round.Reports.Single(report => report.UnitId == 1).Submit(new ReportVersion { Id = 1, Receipt = "0922-001", At = At("2022-09-22 09:00") }, round.DueAt)));
        var now = At("2022-10-10 11:00");

        foreach (var person in new[] { 7, 8, 9 }) clock.Remind([person], now);

        Assert.Equal([ReminderOutcome.Copied, ReminderOutcome.Sent, ReminderOutcome.Sent], Enumerable.Range(7, 3).Select(person => clock.Records.Last(record => record.PersonId == person).Outcome));
        Assert.Contains("第2局、第3局", Assert.Single(clock.Letters, letter => letter.PersonId == 7).Message.Text);
        var told = Assert.Single(clock.Records, record => record.Outcome == ReminderOutcome.Escalated);
        Assert.Equal((Boss, 3), (told.PersonId, told.Offset));
        Assert.Equal([2, 3], told.CopiedUnits);
        Assert.Equal((ReminderRun.CopyAbout, $"escalation:1:{round.Id}:20221010"), Assert.Single(clock.Letters, letter => letter.PersonId == Boss) is var copy ? (copy.About, copy.Key) : default);
    }

    [Theory]
    [InlineData(CopyTo.Lead, true, false), InlineData(CopyTo.Coordinator, false, true)]
    public void A_plan_says_who_gets_copies(CopyTo to, bool lead, bool coordinator)
    {
        var plan = Plan(1, [1, 2]);
        var clock = new ReminderClock(SmallOffice.Ledger([plan with { Schedule = new PlanSchedule { Cadence = Cadence.OfRounds with { CopiesTo = to } } }], Units, [Reporter(7, 1), Reporter(8, 2), Coordinator(Boss)]));
        clock.Open(At("2022-09-22 08:00"));

        clock.Remind([7, 8], At("2022-10-10 11:00"));

        Assert.Equal((lead, coordinator), (clock.Letters.Single(letter => letter.PersonId == 7).Message.Text.Contains("【抄送】"), clock.Letters.Exists(letter => letter.PersonId == Boss)));
    }

    [Fact]
    public void A_deadline_of_its_own_is_told_beside_the_round_and_no_more_once_it_is_met()
    {
        var plan = Plan(1, [1], [1]);
        var dated = plan with { Items = [plan.Items[0] with { Deadline = new DateOnly(2022, 9, 30) }, plan.Items[1]] };
        var clock = new ReminderClock(SmallOffice.Ledger([dated], Units, [Reporter(7, 1)]));
        clock.Open(At("2022-09-22 08:00"));
        clock.Remind([7], At("2022-09-22 11:00"));
        clock.Remind([7], At("2022-09-27 11:00"));
        Assert.Contains("【任务期限】\n事项100", clock.Letters[^1].Message.Text);

        var met = clock.With(new MilestoneStanding { MilestoneId = 100, UnitId = 1, Reported = MilestoneState.Done });
        met.Remind([7], At("2022-09-29 11:00"));

        Assert.DoesNotContain("【任务期限】", met.Letters[^1].Message.Text);
        Assert.DoesNotContain(met.Records, record => record.WorkItemId is not null && record.At == At("2022-09-29 11:00"));
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, 6), InlineData(1, 30), InlineData(3, 8), InlineData(5, 4), InlineData(9, 3)]
    public void What_a_person_owes_has_fourteen_lines_at_most_and_nothing_goes_unsaid(int plans, int items)
    {
        var owed = Enumerable.Range(1, plans).Select(id => Plan(id, [.. Enumerable.Repeat(FirstUnit, items)])).ToList();
        var clock = new ReminderClock(SmallOffice.Ledger([.. owed.Select(plan => plan with { Items = [plan.Items[0] with { Deadline = new DateOnly(2022, 9, 30) }, .. plan.Items.Skip(1)] })], Units, [Reporter(7, 1)]));
        clock.Open(At("2022-09-22 08:00"));
        clock.Remind([7], At("2022-09-22 11:00"));

        clock.Remind([7], At("2022-09-27 11:00"));

        var lines = clock.Letters[^1].Message.Text.Split('\n');
        Assert.InRange(lines.Length, 4, 14);
        // an item is named, or counted among those that are not
        var left = lines.Where(line => line.StartsWith('…')).Sum(line => int.Parse(new string([.. line.Where(char.IsDigit)])));
        Assert.Equal(plans * (items + 1), left + lines.Count(line => line.Contains("事项")));
    }

    static ReminderClock Opened(string now, params Person[] people)
    {
        var clock = new ReminderClock(SmallOffice.Ledger([Plan(1, [.. people.SelectMany(person => person.Memberships).Select(membership => membership.UnitId)])], Units, people));
        clock.Open(At(now));
        return clock;
    }
}
