using System.Globalization;

namespace ProgressBot.Core.Reminding;

/// <summary>One stretch of the calendar that a round is about, both ends included. Weeks run from Monday to Sunday.</summary>
internal readonly record struct Period(RoundPeriod Kind, DateOnly First, DateOnly Last)
{
    /// <summary>The period of a kind that a date lies in.</summary>
    public static Period Containing(RoundPeriod kind, DateOnly date) => kind switch
    {
        RoundPeriod.Week => Of(kind, date.AddDays(-(((int)date.DayOfWeek + 6) % 7))),
        RoundPeriod.Month => Of(kind, new DateOnly(date.Year, date.Month, 1)),
        RoundPeriod.Quarter => Of(kind, new DateOnly(date.Year, (date.Month - 1) / 3 * 3 + 1, 1)),
        RoundPeriod.HalfYear => Of(kind, new DateOnly(date.Year, date.Month <= 6 ? 1 : 7, 1)),
        RoundPeriod.Year => Of(kind, new DateOnly(date.Year, 1, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public Period Following() => Of(Kind, Last.AddDays(1));

    /// <summary>What people call it: 第39周, 9月, 三季度, 上半年, 全年; with its year where a plan runs over several: 2023年1月.</summary>
    public string Label(bool withYear)
    {
        var name = Kind switch
        {
            RoundPeriod.Week => $"第{Number}周",
            RoundPeriod.Month => $"{Number}月",
            RoundPeriod.Quarter => $"{"一二三四"[Number - 1]}季度",
            RoundPeriod.HalfYear => Number == 1 ? "上半年" : "下半年",
            _ => "全年",
        };
        return withYear ? $"{Year}年{name}" : name;
    }

    /// <summary>Its number within the year, from 1.</summary>
    public int Number => Kind switch
    {
        RoundPeriod.Week => ISOWeek.GetWeekOfYear(First.ToDateTime(default)),
        RoundPeriod.Month => First.Month,
        RoundPeriod.Quarter => (First.Month + 2) / 3,
        RoundPeriod.HalfYear => First.Month == 1 ? 1 : 2,
        _ => 1,
    };

    /// <summary>The year it is counted in; a week belongs to the year its Thursday lies in (ISO 8601).</summary>
    public int Year => Kind == RoundPeriod.Week ? ISOWeek.GetYear(First.ToDateTime(default)) : First.Year;

    static Period Of(RoundPeriod kind, DateOnly first) => new(kind, first, kind switch
    {
        RoundPeriod.Week => first.AddDays(6),
        RoundPeriod.Month => first.AddMonths(1).AddDays(-1),
        RoundPeriod.Quarter => first.AddMonths(3).AddDays(-1),
        RoundPeriod.HalfYear => first.AddMonths(6).AddDays(-1),
        _ => first.AddYears(1).AddDays(-1),
    });
}
