using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class NoticeRunTests
{
    static readonly DeadAddress Dead = new() { Channel = "web", Key = "p7", Since = At("2022-09-27 10:00"), Reason = "conversation not found" };

    [Theory]
    // the day it was said is the first of three working days
    [InlineData("2022-09-28 09:00", false), InlineData("2022-09-29 09:00", true), InlineData("2022-09-29 08:59", false), InlineData("2022-09-29 18:00", false), InlineData("2022-10-01 10:00", false)]
    public void What_has_waited_for_three_working_days_is_told_in_office_hours(string now, bool told)
    {
        var changes = NoticeRun.Of(Book, Facts(now) with { Waiting = [Waiting("2022-09-26 17:00")] });

        Assert.Equal(told ? 2 : 0, changes.Letters.Count);
        Assert.Equal(told, changes.Rows.Select(row => row.Row).OfType<ReportVersion>().Any(version => version.ReviewAskedAt == At(now)));
        Assert.Equal(told, changes.Rows.Any(row => row.Row is Report));
    }

    [Theory]
    [InlineData("2022-09-29 15:00", false), InlineData("2022-10-10 09:00", false), InlineData("2022-10-11 09:00", true)]
    public void It_is_said_again_a_week_later(string now, bool told)
    {
        var waiting = Waiting("2022-09-26 17:00").AskReview(At("2022-09-29 09:00"));

        Assert.Equal(told, NoticeRun.Of(Book, Facts(now) with { Waiting = [waiting, Waiting("2022-09-27 09:00")] }).Letters.Count > 0);
    }

    [Fact]
    public void One_message_counts_all_that_waits_and_names_the_oldest()
    {
        var letters = NoticeRun.Of(Book, Facts("2022-09-30 09:00") with { Waiting = [Waiting("2022-09-27 17:00"), Waiting("2022-09-26 17:00", 2), Waiting("2022-09-30 08:00", 3)] }).Letters;

        Assert.All(letters, letter => Assert.Contains("2项", letter.Message.Text));
        Assert.All(letters, letter => Assert.Contains("9月26日", letter.Message.Text));
        Assert.All(letters, letter => Assert.Equal((LetterKind.Reminder, NoticeRun.ReviewAbout), (letter.Kind, letter.About)));
        Assert.Equal([1, 2], letters.Select(letter => letter.PersonId));
    }

    [Fact]
    public void A_year_without_days_off_is_told_each_coordinator_once()
    {
        var letters = NoticeRun.Of(Book, Facts("2026-11-03 10:00")).Letters;
        Assert.Equal(["calendar:2027:1", "calendar:2027:2"], letters.Select(letter => letter.Key));

        Assert.Equal([2], NoticeRun.Of(Book, Facts("2026-11-04 10:00") with { Written = new HashSet<string> { "calendar:2027:1" } }).Letters.Select(letter => letter.PersonId));
    }

    [Fact]
    public void Who_cannot_be_written_to_any_more_is_named_to_the_others_once()
    {
        var lost = Reporter(7, 1) with { Addresses = [Reporter(7, 1).Addresses[0] with { DeadSince = Dead.Since }] };

        var changes = NoticeRun.Of(Book, Facts("2022-09-28 10:00") with { Dead = [Dead], Unreached = [lost] });

        Assert.Equal(Dead with { ToldAt = At("2022-09-28 10:00") }, Assert.Single(changes.Rows).Row);
        Assert.Equal([1, 2], changes.Letters.Select(letter => letter.PersonId));
        Assert.Contains("第1局", changes.Letters[0].Message.Text);
    }

    [Fact]
    public void Who_is_reached_elsewhere_is_nobodys_business()
    {
        var reached = Reporter(7, 1);
        var both = reached with { Addresses = [reached.Addresses[0] with { DeadSince = Dead.Since }, reached.Addresses[0] with { Id = 99, Key = "other" }] };

        var changes = NoticeRun.Of(Book, Facts("2022-09-28 10:00") with { Dead = [Dead], Unreached = [both] });

        Assert.Single(changes.Rows);
        Assert.Empty(changes.Letters);
    }

    static NoticeFacts Facts(string now) => new(new PlanBook { Plans = [Plan(1, [1])], Units = [Unit(1)] }, At(now), WorkingCalendar.China, Shanghai) { Coordinators = [Coordinator(1), Coordinator(2)] };

    static Report Waiting(string at, int id = 1) =>
        new Report { Id = id, RoundId = 9, WorkItemId = 100, UnitId = 1 }.Submit(new ReportVersion { Id = id, Receipt = "0926-001", At = At(at) }, At("2022-09-30 18:00"));
}
