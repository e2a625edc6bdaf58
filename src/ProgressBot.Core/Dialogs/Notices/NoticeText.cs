using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Notices;

/// <summary>How notices to coordinators are worded. Nothing for a coordinator who cannot be written to.</summary>
sealed class NoticeText(DialogBook book, NoticeFacts facts)
{
    public IEnumerable<Letter> Unreachable(Person coordinator, Person person, DeadAddress address)
    {
        var wording = book.Wording(coordinator.Locale);
        List<string> units = [.. person.Memberships.Select(membership => facts.Book.Unit(membership.UnitId).Name)];
        var text = wording.Text("notices.address", ("person", person.Name), ("units", string.Join(wording.Text("format.comma"), units)), ("unit", units.FirstOrDefault() ?? ""), ("error", address.Reason));
        return To(coordinator, new Outgoing(text), string.Create(CultureInfo.InvariantCulture, $"dead:{address.Channel}:{address.Key}:{address.Since.UtcTicks}"));
    }

    public IEnumerable<Letter> MissingYear(Person coordinator, int year) => To(
        coordinator, new Outgoing(book.Wording(coordinator.Locale).Text("notices.calendar", ("year", year))), string.Create(CultureInfo.InvariantCulture, $"{NoticeRun.CalendarKey}{year}"));

    /// <param name="waiting">The longest first.</param>
    public IEnumerable<Letter> Waiting(Person coordinator, IReadOnlyList<Report> waiting)
    {
        var wording = book.Wording(coordinator.Locale);
        var (first, oldest) = (waiting[0], waiting[0].UnderReview!);
        var text = wording.Text("notices.reviews", ("count", waiting.Count), ("unit", facts.Book.Unit(first.UnitId).Name), ("item", facts.Book.Item(first.WorkItemId).Name),
            ("date", Day(wording, facts.Zone.Today(oldest.At))));
        var message = new Outgoing(text) { Buttons = [new Button(wording.Text("buttons.reviews"))] };
        return To(coordinator, message, string.Create(CultureInfo.InvariantCulture, $"reviews:{oldest.Id}:{facts.Now.UtcTicks}"), LetterKind.Reminder, NoticeRun.ReviewAbout);
    }

    static string Day(Wording wording, DateOnly day) => wording.Text("format.day", ("month", day.Month), ("day", day.Day));

    static IEnumerable<Letter> To(Person coordinator, Outgoing message, string cause, LetterKind kind = LetterKind.Notice, string? about = null)
    {
        if (coordinator.Address is not { } address) yield break;
        yield return new Letter(coordinator.Id, address, message, string.Create(CultureInfo.InvariantCulture, $"{cause}:{coordinator.Id}"), kind, about);
    }
}
