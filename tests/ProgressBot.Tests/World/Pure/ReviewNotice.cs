using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Work that has waited for a reviewer for three working days is mentioned once, in office hours; what is left a week later once more.</summary>
sealed class ReviewNotice(Records records, DialogBook book, DateTimeOffset now, Action<Person, Outgoing> send)
{
    public void Run()
    {
        var today = Records.Zone.Today(now);
        var hour = Records.Zone.WallClock(now).Hour;
        if (!Records.Calendar.IsWorkingDay(today) || hour is < 9 or >= 18) return;
        var waiting = records.OpenRounds.SelectMany(round => round.Reports).Where(report => report.UnderReview?.At < Midnight(Records.Calendar.AddWorkingDays(today, -2))).OrderBy(report => report.UnderReview!.At).ToList();
        if (waiting.Count == 0 || waiting.Exists(report => report.UnderReview!.ReviewAskedAt >= Midnight(Records.Calendar.AddWorkingDays(today, -4)))) return;
        foreach (var report in waiting) report.UnderReview!.ReviewAskedAt = now;
        foreach (var coordinator in records.People.Where(person => person.Is(Roles.Coordinator)))
        {
            records.Messages.Add(new SentMessage(coordinator.Id, MessageKind.Review, null, ListeningChannel.ChannelName, now, MessageState.Sent, null));
            send(coordinator, Message(coordinator, waiting));
        }
    }

    static DateTimeOffset Midnight(DateOnly day) => Records.Zone.Instant(day, TimeOnly.MinValue);

    Outgoing Message(Person coordinator, List<Report> waiting)
    {
        var wording = book.Wording(coordinator.Locale);
        var (unit, item) = (records.Units.Single(unit => unit.Id == waiting[0].UnitId), records.Plans.SelectMany(plan => plan.Items).Single(item => item.Id == waiting[0].WorkItemId));
        var day = Records.Zone.Today(waiting[0].UnderReview!.At);
        return new Outgoing(wording.Text("notices.reviews", ("count", waiting.Count), ("unit", unit.Name), ("item", item.Name), ("date", wording.Text("format.day", ("month", day.Month), ("day", day.Day)))))
        {
            Buttons = [new Button(wording.Text("buttons.reviews"))],
        };
    }
}
