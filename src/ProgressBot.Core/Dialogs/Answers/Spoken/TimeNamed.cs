using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>A day or month that a text names, seen from today.</summary>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="IsAhead">Still to come: what follows is planned.</param>
/// <param name="IsPast">Over: what follows has been done.</param>
readonly partial record struct TimeNamed(int Start, int End, bool IsAhead, bool IsPast)
{
    const string Months = "一二三四五六七八九十";

    /// <summary>The times of a text in order. 截至9月30日 is none: it says of what day the rest is.</summary>
    public static List<TimeNamed> In(string text, DateOnly today)
    {
        var times = new List<TimeNamed>();
        if (!text.AsSpan().ContainsAny("月日号/-")) return times;
        for (var match = Written().Match(text); match.Success; match = match.NextMatch())
            if (match.Groups["until"].Length == 0 && Seen(match, today) is { } time) times.Add(time);
        return times;
    }

    static TimeNamed? Seen(Match match, DateOnly today)
    {
        if (match.Groups["month"].Length == 0 || match.Groups["day"].Length > 0)
            return TypedDay.First(match.Value, today) is { } typed ? new TimeNamed(match.Index, match.Index + match.Length, typed.Day > today, typed.Day <= today) : null;
        var month = MonthOf(match.Groups["month"].ValueSpan);
        var year = match.Groups["year"].Length > 0 ? Number(match.Groups["year"].ValueSpan) : today.Year;
        var months = year * 12 + month - (today.Year * 12 + today.Month);
        return month is < 1 or > 12 ? null : new TimeNamed(match.Index, match.Index + match.Length, months > 0, months < 0);
    }

    static int MonthOf(ReadOnlySpan<char> month) => char.IsAsciiDigit(month[0]) ? Number(month)
        : month is ['十', var units] ? 11 + Months.IndexOf(units, StringComparison.Ordinal) : 1 + Months.IndexOf(month[0], StringComparison.Ordinal);

    static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<until>截[至止]到?|至|到)?(?:(?<!\d)(?:(?<year>20\d\d)年)?(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(?<day>\d{1,2})[日号]?)?"
        + @"|(?<!\d)20\d\d(?<mark>[./-])\d{1,2}\k<mark>(?<day>\d{1,2})|(?<!\d)(?<day>\d{1,2})[日号](?![楼线文房]))")]
    private static partial Regex Written();
}
