using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.Core.Reporting;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class PhrasingTests
{
    [Theory]
    [InlineData(RoundPeriod.Month, "2022-09-01", "September")]
    [InlineData(RoundPeriod.Week, "2022-09-26", "week 39")]
    [InlineData(RoundPeriod.Quarter, "2022-07-01", "Q3")]
    [InlineData(RoundPeriod.HalfYear, "2022-07-01", "H2")]
    [InlineData(RoundPeriod.Year, "2022-01-01", "whole year")]
    [InlineData(RoundPeriod.Month, "2022-09-01", "September 2022", 2023)]
    public void A_round_has_a_name_in_each_language(RoundPeriod period, string start, string english, int lastYear = 2022)
    {
        var plan = Office.Plan() with { Period = period, End = new DateOnly(lastYear, 12, 31) };
        var round = Office.September() with { PeriodStart = DateOnly.Parse(start), Label = "如开启时所写" };
        var facts = new Facts { Ledger = new Ledger { Book = new PlanBook { Plans = [plan] }, Rounds = [round] }, Now = Office.At("2022-09-26 10:00"), Calendar = WorkingCalendar.China };
        var book = DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs"));

        Assert.Equal(english, new Phrasing(book.Wording("en"), facts).Round(round));
        Assert.Equal("如开启时所写", new Phrasing(book.Wording("zh-CN"), facts).Round(round));
    }

    // 1–7 October 2022 are off, the 8th and 9th (a weekend) are worked
    [Theory]
    [InlineData(PlanCalendar.Office, "2022-09-29 10:00", "还有4个工作日")]
    [InlineData(PlanCalendar.Weekdays, "2022-09-29 10:00", "还有7个工作日")]
    [InlineData(PlanCalendar.Office, "2022-10-11 10:00", "已逾期1个工作日")]
    [InlineData(PlanCalendar.Office, "2022-10-10 10:00", "今天截止")]
    public void What_is_left_is_counted_in_the_working_days_of_the_plan(PlanCalendar calendar, string now, string left)
    {
        var plan = Office.Plan() with { Schedule = new PlanSchedule { Calendar = calendar } };
        var facts = new Facts { Ledger = new Ledger { Book = new PlanBook { Plans = [plan] } }, Now = Office.At(now), Calendar = WorkingCalendar.China, Zone = ZoneTime.Find("Asia/Shanghai")! };

        Assert.Equal(left, new Phrasing(DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs")).Wording("zh-CN"), facts).Left(Office.At("2022-10-10 18:00"), plan));
    }
}
