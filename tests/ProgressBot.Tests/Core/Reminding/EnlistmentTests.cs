using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class EnlistmentTests
{
    static readonly Membership Plain = new() { PersonId = 7, UnitId = 1 };

    public static TheoryData<Membership, bool, bool> Memberships => new()
    {
        { Plain, true, true },
        { Plain with { UnitId = 2 }, false, false },
        { Plain with { Quiet = true }, false, false },
        // who is in charge hears of a round that is overdue for long, and of no deadline
        { Plain with { Quiet = true, InCharge = true }, true, false },
        { Plain with { Until = new DateOnly(2022, 9, 27) }, false, false },
        { Plain with { From = new DateOnly(2022, 9, 28) }, true, true },
        { Plain with { From = new DateOnly(2022, 9, 29) }, false, false },
    };

    [Theory, MemberData(nameof(Memberships))]
    public void Whoever_reports_is_put_on_the_list_of_rounds_and_of_deadlines(Membership membership, bool ofRound, bool ofItem)
    {
        var facts = Facts("2022-09-28 10:00") with { Memberships = [membership] };

        Assert.Equal((ofRound ? 1 : 0, ofItem ? 1 : 0), (Rows<RoundReminder>(facts).Count, Rows<ItemReminder>(facts).Count));
    }

    [Fact]
    public void Who_is_on_the_list_is_not_put_there_again_and_two_units_make_one_row()
    {
        var facts = Facts("2022-09-28 10:00") with
        {
            Asked = [new AskedUnit(1, 9, 1, ReportState.Draft), new AskedUnit(1, 9, 2, ReportState.Approved), new AskedUnit(1, 9, 1, ReportState.Returned)],
            Memberships = [Plain, Plain with { UnitId = 2 }],
        };

        Assert.Single(Rows<RoundReminder>(facts));
        Assert.Empty(Enlistment.Of(facts with { OfRounds = new HashSet<(int, int)> { (9, 7) }, OfItems = new HashSet<(int, int)> { (100, 7) } }).Rows);
    }

    [Fact]
    public void A_unit_that_is_excused_is_not_reminded() =>
        Assert.Empty(Rows<RoundReminder>(Facts("2022-09-28 10:00") with { Asked = [new AskedUnit(1, 9, 1, ReportState.Excused)], Memberships = [Plain] }));

    [Theory]
    // at once by day, else in the morning of the next working day
    [InlineData("2022-09-28 10:00", "09-28 10"), InlineData("2022-09-28 21:00", "09-29 08"), InlineData("2022-10-02 10:00", "10-08 08")]
    public void Nobody_is_told_in_the_night_or_on_a_day_off(string now, string next)
    {
        var row = Assert.Single(Rows<RoundReminder>(Facts(now) with { Memberships = [Plain] }));

        Assert.Equal(next, row.NextAt!.Value.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH"));
        Assert.Null(row.Handled);
    }

    [Theory]
    // the deadline is the 31st of October: two weeks of working days before, and two more days for whoever looks
    [InlineData("2022-10-12 10:00", false), InlineData("2022-10-13 10:00", true), InlineData("2022-10-31 10:00", true), InlineData("2022-11-01 10:00", false)]
    public void A_deadline_is_on_the_list_from_shortly_before_its_first_reminder_until_its_day(string now, bool listed)
    {
        var facts = Facts(now, new DateOnly(2022, 10, 31)) with { Memberships = [Plain] };

        Assert.Equal(listed, Rows<ItemReminder>(facts) is [{ WorkItemId: 100, PersonId: 7, NextAt: not null, Handled: not null }]);
    }

    [Fact]
    public void More_time_puts_a_deadline_off()
    {
        var extension = new Extension { WorkItemId = 100, UnitId = 1, DueAt = At("2022-12-20 18:00"), LocksAt = At("2022-12-25 18:00"), Reason = "待批复", State = ExtensionState.Granted };

        Assert.Single(Rows<ItemReminder>(Facts("2022-12-15 10:00", new DateOnly(2022, 10, 31)) with { Memberships = [Plain], Extensions = [extension] }));
    }

    static EnlistmentFacts Facts(string now, DateOnly? deadline = null)
    {
        var plan = Plan(1, [1]);
        var book = new PlanBook { Plans = [plan with { Items = [plan.Items[0] with { Deadline = deadline ?? new DateOnly(2022, 9, 30) }] }], Units = [Unit(1), Unit(2)] };
        return new EnlistmentFacts(book, At(now), WorkingCalendar.China, Shanghai) { Asked = [new AskedUnit(1, 9, 1, ReportState.Draft)] };
    }

    static List<T> Rows<T>(EnlistmentFacts facts) => [.. Enlistment.Of(facts).Rows.Select(row => row.Row).OfType<T>()];
}
