using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class DigestRunTests
{
    static readonly Person[] People = [Coordinator(1), Coordinator(2) with { Roles = Roles.Leader }, Reporter(7, 1)];

    [Fact]
    public void A_digest_leaves_once_with_its_mark_and_is_kept_with_its_round()
    {
        var plans = new[] { Plan(1, [1]) };
        var mark = Assert.Single(Due(plans, "2022-09-26 09:00").Marks);

        var due = Due(plans, "2022-09-30 16:30", mark);
        var changes = Run(plans, due, "2022-09-30 16:30");

        Assert.Equal(["digest:1:1@20220930:1", "digest:1:1@20220930:2"], changes.Letters.Select(letter => letter.Key));
        Assert.All(changes.Letters, letter => Assert.Equal(LetterKind.Digest, letter.Kind));
        var kept = Assert.Single(changes.Rows.Select(row => row.Row).OfType<SentDigest>());
        Assert.Equal((1, 9, RoundPeriod.Week, changes.Letters[0].Message.Text), (kept.PlanId, kept.RoundId, kept.Kind, kept.Text));
        Assert.Empty(Due(plans, "2022-09-30 16:31", Assert.Single(due.Marks)).Leaving);
        Assert.True(Due(plans, "2022-09-30 16:31", due.Marks[0]).IsEmpty);
    }

    [Fact]
    public void Coordinators_are_told_beforehand_in_one_message_about_all_plans()
    {
        var plans = new[] { Plan(1, [1]), Plan(2, [1]) };
        var marks = Due(plans, "2022-09-26 09:00").Marks;

        var due = Due(plans, "2022-09-30 09:45", [.. marks]);
        var letter = Assert.Single(Run(plans, due, "2022-09-30 09:45").Letters);

        Assert.Equal("digest-notice:1@20220930,2@20220930:1", letter.Key);
        Assert.Contains("任务1", letter.Message.Text);
        Assert.Contains("任务2", letter.Message.Text);
    }

    [Fact]
    public void One_that_was_called_off_does_not_leave_and_is_not_kept()
    {
        var plans = new[] { Plan(1, [1]) };
        var mark = Due(plans, "2022-09-26 09:00").Marks[0].Skip(new DateOnly(2022, 9, 30), 1, At("2022-09-29 10:00"));

        var due = Due(plans, "2022-09-30 16:30", mark);

        Assert.Empty(due.Leaving);
        Assert.Equal((new DateOnly(2022, 9, 30), null), (due.Marks[0].Handled, due.Marks[0].SentAt));
    }

    [Fact]
    public void A_plan_that_is_closed_or_whose_last_day_is_over_sends_none()
    {
        var plan = Plan(1, [1]);
        var mark = Due([plan], "2022-12-28 09:00").Marks[0];

        Assert.Equal(At("2022-12-30 16:30"), mark.NextAt);
        Assert.True(Due([plan with { State = PlanState.Closed }], "2022-12-30 16:30", mark).IsEmpty);
        var last = Due([plan], "2022-12-30 16:30", mark);
        Assert.Single(last.Leaving);
        Assert.Null(last.Marks[0].NextAt);
        Assert.True(Due([plan], "2023-01-06 16:30", last.Marks[0]).IsEmpty);
    }

    [Theory]
    // short digests share a message, and so many as it holds
    [InlineData(2, 1), InlineData(5, 1), InlineData(40, 2)]
    public void Digests_that_leave_together_come_in_as_few_messages_as_hold_them(int count, int atLeast)
    {
        Plan[] plans = [.. Enumerable.Range(1, count).Select(id => Plan(id, [1]))];
        var due = Due(plans, "2022-09-30 16:30", [.. Due(plans, "2022-09-26 09:00").Marks]);

        var letters = Run(plans, due, "2022-09-30 16:30").Letters.Where(letter => letter.PersonId == 1).ToList();

        Assert.InRange(letters.Count, atLeast, count / 5 + 1);
        Assert.All(letters, letter => Assert.InRange(letter.Message.Text.Length, 1, 3002 + plans.Length));
        Assert.All(plans, plan => Assert.Single(letters, letter => letter.Message.Text.Split('\n').Any(line => line.StartsWith("【周报】", StringComparison.Ordinal) && line.EndsWith(plan.Title, StringComparison.Ordinal))));
        Assert.Equal(letters.Count, letters.Select(letter => letter.Key).Distinct().Count());
        Assert.Equal(count, letters.Sum(letter => letter.Message.Buttons.Sum(button => int.Parse(new string([.. button.Text.Where(char.IsDigit)])))));
    }

    [Theory]
    // by round and its digests, latest first, r where the item was red: how many rounds in a row, with the one that runs now
    [InlineData("9r", 1), InlineData("9r 9r 9r 9r", 1), InlineData("9r 8r", 2), InlineData("9r 8r 8r 8r 7r", 3), InlineData("8r 7r 6r", 4)]
    [InlineData("9r 8r 8 7r", 2), InlineData("9 8r 7r", 1), InlineData("-r 8r -r 7r", 3), InlineData("", 1)]
    public void How_long_a_light_has_been_red_is_counted_by_rounds(string sent, int rounds)
    {
        var facts = Facts(Plan(1, [1])) with { RoundId = 9, Sent = [.. sent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sent)] };

        Assert.Equal(rounds, facts.RoundsRed(100));
    }

    [Fact]
    public void A_digest_is_about_the_latest_round_that_has_opened_open_still_or_not()
    {
        Round[] rounds = [Round(8, RoundState.Closed, "2022-08-24 08:00"), Round(9, RoundState.Cancelled, "2022-09-22 08:00"), Round(10, RoundState.Open, "2022-10-24 08:00")];

        Assert.Null(DigestFacts.RoundAt(rounds, At("2022-08-01 16:30")));
        Assert.Equal(8, DigestFacts.RoundAt(rounds, At("2022-10-14 16:30")));
        Assert.Equal(10, DigestFacts.RoundAt(rounds, At("2022-10-28 16:30")));
    }

    static Round Round(int id, RoundState state, string opens) => new()
    {
        Id = id, PlanId = 1, Label = $"{id}月", PeriodStart = new DateOnly(2022, id, 1), PeriodEnd = new DateOnly(2022, id, 28),
        OpensAt = At(opens), DueAt = At(opens).AddDays(8), LocksAt = At(opens).AddDays(20), State = state,
    };

    static SentDigest Sent(string said) => new()
    {
        PlanId = 1, Text = "", At = At("2022-09-02 16:30"), RoundId = said[0] == '-' ? null : said[0] - '0', Red = said.EndsWith('r') ? [100, 101] : [101],
    };

    static DueDigests Due(IReadOnlyList<Plan> plans, string now, params DigestMark[] marks) =>
        DigestRun.Due(plans, marks.ToDictionary(mark => mark.PlanId), DigestSchedule.Default, WorkingCalendar.China, At(now));

    static DigestFacts Facts(Plan plan) => new(DigestSchedule.Default.On(new DateOnly(2022, 9, 30), WorkingCalendar.China)!, plan.ActivatedAt!.Value, []) { RoundId = 9 };

    static Changes Run(IReadOnlyList<Plan> plans, DueDigests due, string now)
    {
        var ledger = SmallOffice.Ledger(plans, [Unit(1)], People) with
        {
            Rounds = [.. plans.Select(plan => Round(9, RoundState.Open, "2022-09-22 08:00") with { Id = 100 + plan.Id, PlanId = plan.Id, Reports = [new Report { Id = plan.Id, RoundId = 100 + plan.Id, WorkItemId = plan.Items[0].Id, UnitId = 1 }] })],
        };
        var facts = new Facts { Ledger = ledger, Now = At(now), Calendar = WorkingCalendar.China, Zone = Shanghai, Digests = due.Leaving.ToDictionary(digest => digest.Plan.Id, digest => Facts(digest.Plan)) };
        return DigestRun.Of(Book, facts, due, new Dictionary<int, DateOnly>());
    }
}
