using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Notices;

/// <summary>What coordinators are told once, in office hours: a year whose days off are not known, an address that no longer takes messages, work that waits for review.</summary>
public static class NoticeRun
{
    /// <summary>What a reminder of reports that wait for review is about, in the outbox.</summary>
    public const string ReviewAbout = "reviews";

    /// <summary>How the keys of what is written about the working calendar begin.</summary>
    public const string CalendarKey = "calendar:";

    static readonly TimeOnly Opens = new(9, 0);
    static readonly TimeOnly Closes = new(18, 0);

    /// <summary>Working days after which waiting work is mentioned, and mentioned again.</summary>
    const int ReviewAfter = 3;
    const int ReviewAgain = 5;

    /// <summary>Whether coordinators may be told something now.</summary>
    public static bool IsOpen(DateTimeOffset now, WorkingCalendar calendar, TimeZoneInfo zone) =>
        calendar.IsWorkingDay(zone.Today(now)) && TimeOnly.FromDateTime(zone.WallClock(now)) is var time && time >= Opens && time < Closes;

    /// <summary>What has waited since before this instant is mentioned.</summary>
    public static DateTimeOffset WaitingSince(DateTimeOffset now, WorkingCalendar calendar, TimeZoneInfo zone) => DaysAgo(now, calendar, zone, ReviewAfter);

    /// <summary>Nothing outside office hours.</summary>
    public static Changes Of(DialogBook book, NoticeFacts facts)
    {
        if (!IsOpen(facts.Now, facts.Calendar, facts.Zone)) return Changes.None;
        var notices = new NoticeText(book, facts);
        return OfAddresses(notices, facts).And(OfCalendar(notices, facts)).And(OfReviews(notices, facts));
    }

    // somebody who can still be reached elsewhere is reached there: nothing to do for anybody
    static Changes OfAddresses(NoticeText notices, NoticeFacts facts) => new(
        [.. facts.Dead.Select(address => RowChange.Change(address with { ToldAt = facts.Now }))],
        [
            .. from address in facts.Dead
               from person in facts.Unreached
               where person.Address is null && person.Addresses.Any(known => known.Channel == address.Channel && known.Key == address.Key)
               from coordinator in facts.Coordinators
               where coordinator.Id != person.Id
               from letter in notices.Unreachable(coordinator, person, address)
               select letter,
        ]);

    static Changes OfCalendar(NoticeText notices, NoticeFacts facts) => facts.Calendar.MissingYear(facts.Today) is not { } year ? Changes.None
        : new([], [.. facts.Coordinators.SelectMany(coordinator => notices.MissingYear(coordinator, year)).Where(letter => !facts.Written.Contains(letter.Key))]);

    // one message about all that waits, not again before it has been reviewed; a week later what is left is said once more
    static Changes OfReviews(NoticeText notices, NoticeFacts facts)
    {
        var (old, week) = (WaitingSince(facts.Now, facts.Calendar, facts.Zone), DaysAgo(facts.Now, facts.Calendar, facts.Zone, ReviewAgain));
        var waiting = facts.Waiting.Where(report => report.UnderReview?.At < old).OrderBy(report => report.UnderReview!.At).ToList();
        if (waiting.Count == 0 || waiting.Exists(report => report.UnderReview!.ReviewAskedAt >= week)) return Changes.None;
        return new Changes(
            [.. waiting.SelectMany(report => Rows.Replaced(report, report.AskReview(facts.Now)))],
            [.. facts.Coordinators.SelectMany(coordinator => notices.Waiting(coordinator, waiting))]);
    }

    // today counts as the first of the days
    static DateTimeOffset DaysAgo(DateTimeOffset now, WorkingCalendar calendar, TimeZoneInfo zone, int days) =>
        zone.Instant(calendar.AddWorkingDays(zone.Today(now), 1 - days), TimeOnly.MinValue);
}
