using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class LatePartTests
{
    const UnitRole Lead = UnitRole.Lead, Assist = UnitRole.Assist, Member = UnitRole.Member;

    static readonly TimeZoneInfo Shanghai = ZoneTime.Find("Asia/Shanghai")!;

    // units 1, 2, 3 in their parts, all overdue; who answers for unit 1 hears of
    [Theory]
    [InlineData(Lead, Assist, Assist, "区财政局 区商务局")]
    [InlineData(Assist, Lead, Assist, "")]
    [InlineData(Member, Member, Member, "")]
    public void The_people_of_the_lead_unit_hear_of_the_other_units_parts(UnitRole first, UnitRole second, UnitRole third, string heard) =>
        Assert.Equal(heard, Heard(Reporter(1), first, second, third));

    [Theory]
    [InlineData(Lead, Assist, Assist, "区投促局!")]
    [InlineData(Assist, Lead, Assist, "")]
    [InlineData(Member, Member, Member, "区投促局!")]
    public void Whoever_is_in_charge_hears_of_the_own_unit_where_no_other_unit_leads(UnitRole first, UnitRole second, UnitRole third, string heard)
    {
        var person = new Person { Id = 7, Name = "郑局" };
        person = person.TakeCharge(1, new DateOnly(2022, 1, 1));

        Assert.Equal(heard, Heard(person, first, second, third));
    }

    [Fact]
    public void Whoever_reports_and_is_in_charge_is_reminded_and_gets_no_copy_of_that()
    {
        var person = Reporter(1);
        person = person.TakeCharge(1, new DateOnly(2022, 1, 1));

        Assert.Equal("", Heard(person, Member, Member, Member));
    }

    [Theory]
    [InlineData("2022-10-09 10:00", "")]
    [InlineData("2022-10-10 10:00", "区财政局 区商务局")]
    public void A_part_is_late_for_long_from_the_third_working_day_on(string now, string heard) =>
        Assert.Equal(heard, Heard(Reporter(1), now, round => round, Lead, Assist, Assist));

    [Fact]
    public void Who_has_answered_or_was_given_more_time_is_not_named()
    {
        var heard = Heard(Reporter(1), "2022-10-10 10:00", round => round.With(round.Reports[1].Submit(Version("2022-10-09 09:00"), round.DueAt)) with
        {
            Extensions = [new() { UnitId = 3, WorkItemId = 1, DueAt = At("2022-10-08 18:00"), LocksAt = At("2022-10-20 18:00"), Reason = "待批复", State = ExtensionState.Granted }],
        }, Lead, Assist, Assist);

        Assert.Equal("", heard);
    }

    [Fact]
    public void Somebody_who_answers_for_none_of_the_units_hears_nothing() => Assert.Equal("", Heard(Reporter(4), Lead, Assist, Assist));

    static Person Reporter(int unit) => new() { Id = 7, Name = "王敏", Roles = Roles.Reporter, Memberships = [new() { PersonId = 7, UnitId = unit }] };

    static string Heard(Person person, params UnitRole[] roles) => Heard(person, "2022-10-10 10:00", round => round, roles);

    static string Heard(Person person, string now, Func<Round, Round> change, params UnitRole[] roles)
    {
        var round = change(September([.. roles.Select((role, index) => new Report { Id = index + 1, RoundId = 9, WorkItemId = 1, UnitId = index + 1, Role = role })]));
        var ledger = new Ledger { Book = new PlanBook { Plans = [Plan(Item([], roles))], Units = Units }, People = [person], Rounds = [round] };
        return string.Join(' ', LatePart.For(person, round, round.Reports, ledger, WorkingCalendar.China, Shanghai, At(now)).Select(part => part.Unit.Name + (part.InCharge ? "!" : "")));
    }
}
