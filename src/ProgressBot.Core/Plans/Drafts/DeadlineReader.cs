using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A deadline and where its words stand in the text, as UTF-16 offsets.</summary>
internal readonly record struct FoundDeadline(DraftDeadline Deadline, int Start, int End);

/// <summary>Reads deadlines as offices publish them. A month, quarter or year means its last day.</summary>
internal static partial class DeadlineReader
{
    // 2000-01-01 and 2099-12-31
    const int FirstSerial = 36526;
    const int LastSerial = 73050;

    const string ChineseDigits = "零一二三四五六七八九";

    /// <summary>The deadlines in running text, from left to right. A bare month counts only with a word of completion beside it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="year">The plan's year, for dates that name none; without it those stay open.</param>
    public static IReadOnlyList<FoundDeadline> FindAll(string text, int? year) =>
        text.AsSpan().IndexOfAny("月年季半前") < 0 ? []
            : [.. Dated().Matches(text).Where(match => !IsPast(match))
            .Select(match => new FoundDeadline(Resolve(match, year), match.Index, match.Index + match.Length))];

    /// <summary>The first deadline in running text, or null.</summary>
    public static DraftDeadline? First(string text, int? year) => FindAll(text, year) is [var first, ..] ? first.Deadline : null;

    /// <summary>What a deadline column says, whatever its words; null for an empty cell.</summary>
    public static DraftDeadline? FromCell(string cell, int? year)
    {
        var text = Spacing.Tighten(cell);
        if (text.Length == 0 || text is "/" or "-" or "—")
            return null;
        if (Serial(text) is { } day)
            return new DraftDeadline(day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day, DeadlinePrecision.Day);
        var last = CellDate().Matches(text).LastOrDefault();
        return last is null ? new DraftDeadline(text, null, DeadlinePrecision.Open) : Resolve(last, year) with { Text = text };
    }

    /// <summary>True for a text that says when and nothing else that counts: 12月底, 亚运会前, 长期坚持.</summary>
    public static bool IsDeadline(string text) =>
        FromCell(text, 2000) is { Date: not null } || FindAll(text, null).Count > 0 || Standing().IsMatch(text);

    /// <summary>True for a deadline with numbers or a month in it that gives no date although the plan's year is known: 11月31日前.</summary>
    public static bool IsUnclear(DraftDeadline deadline, int? year) =>
        deadline.Date is null && year is not null && !Standing().IsMatch(deadline.Text) && !OpenEvent().IsMatch(deadline.Text);

    // 20221130, and the day number of a spreadsheet whose cell has lost its date format
    static DateOnly? Serial(string text)
    {
        if (text.Length == 8 && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1999 and < 2100)
            return day;
        return text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;
    }

    // 自2021年12月起 says when something begins
    static bool IsPast(Match match) => match.Groups["after"].Success;

    static DraftDeadline Resolve(Match match, int? planYear)
    {
        var words = match.Value;
        var year = match.Groups["year"] is { Success: true } printed ? Number(printed.Value) : planYear;
        if (year is null or < 1 or > 9998 || match.Groups["event"].Success)
            return new DraftDeadline(words, null, DeadlinePrecision.Open);
        if (match.Groups["month"] is { Success: true } month)
            return InMonth(match, year.Value, Number(month.Value));
        if (match.Groups["quarter"] is { Success: true } quarter)
            return new DraftDeadline(words, EndOf(year.Value, Number(quarter.Value) * 3), DeadlinePrecision.Quarter);
        if (match.Groups["half"] is { Success: true } half)
            return new DraftDeadline(words, EndOf(year.Value, half.Value == "上" ? 6 : 12), DeadlinePrecision.HalfYear);
        return new DraftDeadline(words, EndOf(year.Value, 12), DeadlinePrecision.Year);
    }

    static DraftDeadline InMonth(Match match, int year, int month)
    {
        if (month is < 1 or > 12)
            return new DraftDeadline(match.Value, null, DeadlinePrecision.Open);
        var end = EndOf(year, month);
        if (match.Groups["day"] is { Success: true } day)
            return Number(day.Value) is var number && number >= 1 && number <= end.Day
                ? new DraftDeadline(match.Value, new DateOnly(year, month, number), DeadlinePrecision.Day)
                : new DraftDeadline(match.Value, null, DeadlinePrecision.Open);
        return match.Groups["part"].Value switch
        {
            "上旬" or "初" => new DraftDeadline(match.Value, new DateOnly(year, month, 10), DeadlinePrecision.TenDays),
            "中旬" or "中" => new DraftDeadline(match.Value, new DateOnly(year, month, 20), DeadlinePrecision.TenDays),
            "下旬" => new DraftDeadline(match.Value, end, DeadlinePrecision.TenDays),
            _ => new DraftDeadline(match.Value, StrictlyBefore(match) ? new DateOnly(year, month, 1).AddDays(-1) : end,
                DeadlinePrecision.Month),
        };
    }

    // 10月前 ends with September, 10月底前 with October
    static bool StrictlyBefore(Match match) => !match.Groups["part"].Success && match.Groups["before"].Success;

    static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    static int Number(string digits)
    {
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (!digits.Contains('十'))
            return digits.Aggregate(0, (sum, digit) => (sum * 10) + Digit(digit));
        var parts = digits.Split('十');
        return (parts[0].Length == 0 ? 10 : Digit(parts[0][0]) * 10) + (parts[1].Length == 0 ? 0 : Digit(parts[1][0]));
    }

    static int Digit(char digit) => digit == '〇' ? 0 : Math.Max(0, ChineseDigits.IndexOf(digit));

    const string Year = "(?:(?<year>(?:19|20)\\d\\d|二[〇零][〇零一二三四五六七八九]{2})\\s*年?[.\\-/]?\\s*)?";
    const string Month = "(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s*月份?\\s*";
    const string Day = "(?:(?<day>[12]\\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*[日号]?)";
    const string Numeric = "(?<year>(?:19|20)\\d\\d)[.\\-/](?<month>1[0-2]|0?[1-9])(?:[.\\-/](?<day>[12]\\d|3[01]"
        + "|0?[1-9]))?(?!\\d)(?:之?以?前)?"
        + "|(?<![\\d.])(?<month>1[0-2]|0?[1-9])[./](?<day>[12]\\d|3[01]|0?[1-9])(?![\\d.])(?:之?以?前)?";
    const string Before = "(?<before>之?以?前)";
    const string Done = "(?:[完建]成|累计|应|须|力争|确保|达到?|实现|完工|投入|开工|竣工|到位|交付|上线|启用|开业|投产|动工|结束|举办|召开|通车|开园|投用)";
    const string Quarter = "前?第?(?<quarter>[一二三四1-4])\\s*季度";
    const string Event = "(?<event>(?:亚运会|亚残运会|大运会|全运会|国庆节?|春节|元旦|中秋节?|五一|汛期|台风季|两会|开学|党代会|投产|入冬|雨季)(?:之?以?前))";

    [GeneratedRegex("(?:"
        + Year + Month + "(?:(?:" + Day + "(?:" + Before + "|(?=\\s*" + Done + "))|(?<part>底|末|[上中下]旬|初)" + Before + "?|" + Before + "|(?=\\s*" + Done + ")))"
        + "|" + Year + "(?:年内|年底|年末|岁末|当年内)" + Before + "?"
        + "|" + Year + Quarter + "(?:[末底内]" + Before + "?|" + Before + "|(?=\\s*(?:\\d|" + Done + ")))"
        + "|" + Year + "(?<half>[上下])半年(?:[末底内]" + Before + "?|" + Before + "|(?=\\s*(?:\\d|" + Done + ")))"
        + "|" + Event + ")(?<after>\\s*(?:起|以来|开始))?")]
    private static partial Regex Dated();

    [GeneratedRegex("^(长期|持续|常态化?|全年|每年|贯穿全年|每[月季周日]度?|按[月季年周]|适时|即时|随时|同步|立行立改|按(上级)?(要求|计划|进度|时序|规定)|根据.*)(坚持|推进|实施|开展|任务|进行|落实|报送"
        + "|完成|工作|执行)*$|^每个?[月季周年].*$")]
    private static partial Regex Standing();

    // an event or a span of work, which has no day of its own: 亚运会前, 自立项之日起
    [GeneratedRegex("^[^\\d月]*$")]
    private static partial Regex OpenEvent();

    [GeneratedRegex(Numeric + "|" + Year + Month + "(?:" + Day + Before + "?|(?<part>底|末|[上中下]旬|初)" + Before + "?|" + Before + "|)"
        + "|" + Year + "(?:年内|年底|年末|全年|当年|年度)" + Before + "?"
        + "|" + Year + "(?:" + Quarter + "|Q(?<quarter>[1-4]))(?:[末底内])?" + Before + "?"
        + "|" + Year + "(?<half>[上下])半年[末底内]?" + Before + "?"
        + "|(?<year>(?:19|20)\\d\\d)\\s*年(?!\\d)")]
    private static partial Regex CellDate();
}
