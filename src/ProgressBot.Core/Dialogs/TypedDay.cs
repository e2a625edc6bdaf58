using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs;

/// <summary>
/// Days as people type them: 10月20日, 10.20, 10-20, 2022-10-20, 20日, 今天, 明天, 后天, 大后天, 本周五, 下周一, today, tomorrow. Without a year the one is
/// meant that
/// lies at most half a year back; a day alone is this month's, or the next one's when it is over.
/// </summary>
/// <param name="Start">Where its words begin in the text.</param>
/// <param name="End">Where they end.</param>
public readonly partial record struct TypedDay(DateOnly Day, int Start, int End)
{
    const int HalfYear = 183;
    const string Weekdays = "一二三四五六日天";

    /// <summary>The first day named from an offset on; null when there is none. What no calendar has (2月30日) is none.</summary>
    public static TypedDay? First(string text, DateOnly today, int from = 0) => First(text, today, today, from);

    // near: the day that one without a month or a year is nearest to
    static TypedDay? First(string text, DateOnly today, DateOnly near, int from)
    {
        for (var match = Written().Match(text, from); match.Success; match = match.NextMatch())
            if ((Relative(match, today) ?? Read(match, near)) is { } day) return new TypedDay(day, match.Index, match.Index + match.Length);
        return null;
    }

    /// <summary>
    /// 10月1日至8日, 明天到后天: two days in order; the second may leave out its month, 后天 is counted from today wherever it stands.
    /// </summary>
    public static (DateOnly From, DateOnly Until)? Span(string text, DateOnly today) =>
        First(text, today) is { } from && First(text, today, from.Day, from.End) is { } until ? (from.Day, until.Day) : null;

    static DateOnly? Relative(Match match, DateOnly today)
    {
        if (match.Groups["word"] is { Success: true, Value: var word })
            return today.AddDays(word switch { "今天" or "today" => 0, "明天" or "tomorrow" => 1, "后天" => 2, _ => 3 });
        if (match.Groups["weekday"] is not { Success: true, Value: var weekday }) return null;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return monday.AddDays(Math.Min(6, Weekdays.IndexOf(weekday, StringComparison.Ordinal)) + (match.Groups["next"].Success ? 7 : 0));
    }

    static DateOnly? Read(Match match, DateOnly today)
    {
        if (match.Groups["only"] is { Success: true, Value: var only}) return Exists(today.Year, today.Month, Number(only)) is { } day && day >= today ? day : NextMonth(today, Number(only));
        var (month, number) = (Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        if (match.Groups["year"] is { Success: true, Value: var year }) return Exists(Number(year), month, number);
        return Exists(today.Year, month, number) is { } near && near.DayNumber >= today.DayNumber - HalfYear ? near : Exists(today.Year + 1, month, number);
    }

    static DateOnly? NextMonth(DateOnly today, int day) => today.AddMonths(1) is var next ? Exists(next.Year, next.Month, day) : null;

    static DateOnly? Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<word>今天|明天|大后天|后天|today|tomorrow)|(?:(?<next>下)个?|[本这]个?)(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?<!\d)(?:(?<year>20\d\d)[年./-])?(?<month>\d{1,2})[月./-](?<day>\d{1,2})(?!\d)[日号]?|(?<!\d)(?<only>\d{1,2})[日号]")]
    private static partial Regex Written();
}
