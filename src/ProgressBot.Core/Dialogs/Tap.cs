using System.Globalization;
using System.Runtime.CompilerServices;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>
/// What a button says it belongs to, as it travels in a card and comes back with the tap: the number of the question it answers, and the reports it is about,
/// each by its id, which stands for round, item and unit, and its revision. So a tap on a message of last week is told from one on the message that waits.
/// </summary>
public sealed class Tap
{
    const string QuestionKey = "question";
    const string ReportsKey = "reports";
    const string ReviewsKey = "reviews";
    const string DigestsKey = "digests";
    const string DayFormat = "yyyyMMdd";

    static readonly IReadOnlyDictionary<int, int> None = new Dictionary<int, int>();

    /// <summary>Null where the button belonged to no question.</summary>
    public int? Question { get; private init; }

    /// <summary>The revisions of the speaker's own reports by id, as they were when the button was shown.</summary>
    public IReadOnlyDictionary<int, int> Reports { get; private init; } = None;

    /// <summary>The same of reports that waited for the speaker's review.</summary>
    public IReadOnlyDictionary<int, int> Reviews { get; private init; } = None;

    /// <summary>The days of the digests that it was about; empty where it was about none.</summary>
    public IReadOnlyCollection<DateOnly> Digests { get; private init; } = [];

    /// <summary>Reads what came with a tap; null for what was typed, and for buttons that say nothing.</summary>
    public static Tap? Of(Incoming input) => input.Card is not { } card ? null : new Tap
    {
        Question = Number(card.GetValueOrDefault(QuestionKey)),
        Reports = Revisions(card.GetValueOrDefault(ReportsKey)),
        Reviews = Revisions(card.GetValueOrDefault(ReviewsKey)),
        Digests = Days(card.GetValueOrDefault(DigestsKey)),
    };

    /// <summary>For a button of a question.</summary>
    public static IReadOnlyDictionary<string, string> OnQuestion(int number, IEnumerable<Report> reports)
    {
        var data = Data(ReportsKey, reports);
        data[QuestionKey] = number.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    /// <summary>Buttons that answer no question and speak of the person's own open tasks.</summary>
    public static IReadOnlyList<Button> On(IEnumerable<ReportTask> tasks, IReadOnlyList<Button> buttons)
    {
        var data = Data(ReportsKey, tasks.Select(task => task.Report).Where(report => report.IsOpen));
        return [.. buttons.Select(button => button with { Data = data })];
    }

    /// <summary>What a button says of one report.</summary>
    public static IReadOnlyDictionary<string, string> OnReport(int id, int revision) =>
        new Dictionary<string, string> { [ReportsKey] = string.Create(CultureInfo.InvariantCulture, $"{id}:{revision}") };

    /// <summary>A button that is about some of the person's own reports.</summary>
    public static Button OnReports(IEnumerable<Report> reports, Button button) => button with { Data = Data(ReportsKey, reports) };

    /// <summary>A button that decides on reports under review.</summary>
    public static Button OnReviews(IEnumerable<Report> reports, Button button) => button with { Data = Data(ReviewsKey, reports) };

    /// <summary>A button that calls digests off, or back.</summary>
    public static Button OnDigests(IEnumerable<DateOnly> days, Button button) =>
        button with { Data = new Dictionary<string, string> { [DigestsKey] = string.Join(' ', days.Distinct().Select(day => day.ToString(DayFormat, CultureInfo.InvariantCulture))) } };

    static Dictionary<string, string> Data(string key, IEnumerable<Report> reports)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        var mark = "";
        foreach (var report in reports)
        {
            text.AppendLiteral(mark);
            text.AppendFormatted(report.Id);
            text.AppendLiteral(":");
            text.AppendFormatted(report.Revision);
            mark = " ";
        }
        var data = text.ToStringAndClear();
        return data.Length == 0 ? [] : new() { [key] = data };
    }

    // it comes from outside: what is no number is left out
    static Dictionary<int, int> Revisions(string? text)
    {
        var revisions = new Dictionary<int, int>();
        foreach (var pair in (text ?? "").Split(' ').Select(pair => pair.Split(':')))
            if (pair is [var id, var revision] && Number(id) is { } known && Number(revision) is { } seen) revisions[known] = seen;
        return revisions;
    }

    static List<DateOnly> Days(string? text) =>
        [.. (text ?? "").Split(' ').Select(word => DateOnly.TryParseExact(word, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).OfType<DateOnly>()];

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
