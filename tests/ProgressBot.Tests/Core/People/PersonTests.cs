using ProgressBot.Core.People;

namespace ProgressBot.Tests.Core.People;

public sealed class PersonTests
{
    static readonly DateOnly First = new(2022, 10, 1);

    [Fact]
    public void A_substitute_reports_while_somebody_is_away_and_no_longer_when_they_come_back_early()
    {
        var away = Reporter(1, 7).GoAway(First, First.AddDays(7), 2);
        var substitute = Reporter(2, 8).Join(7, First, First.AddDays(7));

        Assert.Equal((false, true, false), (away.IsAway(First.AddDays(-1)), away.IsAway(First), away.IsAway(First.AddDays(8))));
        Assert.Equal([8, 7], substitute.UnitsOn(First));
        Assert.Equal([8], substitute.UnitsOn(First.AddDays(-1)));

        substitute = substitute.StandDown(away, First.AddDays(3));
        away = away.ComeBack(First.AddDays(3));
        Assert.Equal([8], substitute.UnitsOn(First.AddDays(3)));
        Assert.False(away.IsAway(First.AddDays(3)));
        Assert.True(away.IsAway(First.AddDays(2)));
    }

    [Fact]
    public void Whoever_reports_for_a_unit_for_good_goes_on_after_standing_in()
    {
        var colleague = Reporter(2, 7).Join(7, First, First.AddDays(7));

        Assert.Equal([7], colleague.UnitsOn(First.AddDays(30)));
    }

    [Fact]
    public void A_unit_that_was_handed_over_can_come_back()
    {
        var person = Reporter(1, 7).Leave(7, First.AddDays(-1));
        Assert.Empty(person.UnitsOn(First));

        person = person.Join(7, First.AddDays(5), null);

        Assert.Equal([7], person.UnitsOn(First.AddDays(5)));
    }

    [Theory]
    [InlineData("转交 王五", "王五")]
    [InlineData("转交 3 给李四", "李四")]
    [InlineData("外出 10月1日至10月8日 由李强代", "10月1日至10月8日|李强")]
    [InlineData("到位资金5.1亿", "")]
    public void Words_that_may_be_names_are_found(string text, string expected) => Assert.Equal(expected, string.Join('|', NamesIn.Text(text)));

    [Fact]
    public void Whoever_takes_charge_of_a_unit_may_report_for_it_and_is_not_reminded_until_the_charge_is_given_up()
    {
        var boss = new Person { Id = 3, Name = "郑局" }.TakeCharge(7, First);
        Assert.Equal([7], boss.UnitsOn(First));
        Assert.Empty(boss.RemindedUnitsOn(First));
        Assert.Equal([7], boss.ChargesOn(First));

        boss = boss.GiveUpCharge(7, First.AddDays(5));
        Assert.Equal([7], boss.UnitsOn(First.AddDays(4)));
        Assert.Empty(boss.UnitsOn(First.AddDays(5)));
        Assert.Empty(boss.ChargesOn(First.AddDays(4)));
    }

    [Fact]
    public void A_reporter_who_is_in_charge_as_well_goes_on_reporting_without_the_charge()
    {
        var reporter = Reporter(1, 7).TakeCharge(7, First);
        Assert.Equal([7], reporter.RemindedUnitsOn(First));

        reporter = reporter.GiveUpCharge(7, First);
        Assert.Equal([7], reporter.RemindedUnitsOn(First));
    }

    static Person Reporter(int id, int unit) => new() { Id = id, Name = $"某{id}", Roles = Roles.Reporter, Memberships = [new() { PersonId = id, UnitId = unit }] };
}
