using System.Globalization;
using System.Text;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>Figures, dates, lights and states as the speaker's language writes them.</summary>
public sealed class Phrasing(Wording wording, Facts facts)
{
    /// <summary>The language it writes.</summary>
    internal Wording Wording => wording;

    /// <summary>5.1亿元, 412人次: in the unit officials would choose.</summary>
    public static string Amount(decimal value, Indicator indicator) => FigureText.Render(value, indicator.BaseUnit, indicator.DisplayUnit);

    /// <summary>The same as it was said: 约350人次, 3亿元以上.</summary>
    public string Said(decimal value, Comparator comparator, Indicator indicator) => comparator == Comparator.None ? Amount(value, indicator)
        : wording.Text($"said.{Name(comparator)}", ("amount", Amount(value, indicator)));

    /// <summary>The same with its sign: +1.9亿元, -32人次.</summary>
    public static string WithSign(decimal value, Indicator indicator) => value < 0 ? "-" + Amount(-value, indicator) : "+" + Amount(value, indicator);

    /// <summary>A share as whole percent: 0.637 is 64%. What falls short of the whole is never 100%.</summary>
    public static string Percent(decimal share)
    {
        var percent = Math.Round(share * 100, MidpointRounding.AwayFromZero);
        return (share < 1 && percent == 100 ? 99 : percent).ToString("0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>9月30日（周五）.</summary>
    public string Date(DateOnly date) =>
        wording.Text("format.date", ("month", date.Month), ("day", date.Day), ("weekday", wording.Words("format.weekdays")[(int)date.DayOfWeek]));

    /// <summary>9月30日.</summary>
    public string Day(DateOnly date) => wording.Text("format.day", ("month", date.Month), ("day", date.Day));

    /// <summary>9月30日9:00.</summary>
    public string Time(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, facts.Zone);
        var at = local.ToString("H:mm", CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(local.DateTime) == facts.Today
            ? wording.Text("format.today", ("time", at))
            : wording.Text("format.time", ("month", local.Month), ("day", local.Day), ("time", at));
    }

    /// <summary>9月, 第39周, 三季度.</summary>
    public string Round(Round round) => RoundNames.Of(wording, facts.Ledger.Plan(round.PlanId), round);

    public bool IsPast(DateTimeOffset due) => facts.Now > due;

    public DateOnly LocalDate(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, facts.Zone).DateTime);

    /// <summary>还有3个工作日, 今天截止, 已逾期2个工作日: in the working days that the plan counts.</summary>
    public string Left(DateTimeOffset due, Plan plan)
    {
        var (day, calendar) = (LocalDate(due), facts.CalendarOf(plan));
        if (facts.Now > due) return wording.Text("format.overdue", ("days", Math.Max(1, calendar.WorkingDaysBetween(day, facts.Today))));
        return day == facts.Today ? wording.Text("format.due_today") : wording.Text("format.left", ("days", calendar.WorkingDaysBetween(facts.Today, day)));
    }

    /// <summary>The calendar by which a plan counts working days.</summary>
    internal WorkingCalendar CalendarOf(Plan plan) => facts.CalendarOf(plan);

    public string Milestone(MilestoneState? state) => wording.Text($"milestone.{(state ?? MilestoneState.NotStarted) switch
    {
        MilestoneState.Done => "done",
        MilestoneState.InProgress => "in_progress",
        _ => "not_started",
    }}");

    public string Basis(Basis basis) => wording.Text(basis == Plans.Basis.Cumulative ? "basis.cumulative" : "basis.incremental");

    public string Light(Light light) => wording.Text($"light.{Name(light)}");

    /// <summary>A target as worded: 不少于400人次, 约200亩, 力争6个.</summary>
    public string Target(Indicator indicator)
    {
        var amount = Amount(indicator.Target, indicator);
        var key = indicator.Aspirational ? "aspirational" : Name(indicator.Comparator);
        return wording.Has($"target.{key}") ? wording.Text($"target.{key}", ("amount", amount)) : amount;
    }

    /// <summary>Several names in one line, cut after <paramref name="most"/>: 签到表、培训方案等4项.</summary>
    public string Names(IReadOnlyList<string> names, int most) => Names(names, most, "format.names");

    /// <summary>The same for units, which are counted in 家.</summary>
    public string UnitNames(IReadOnlyList<string> names, int most) => Names(names, most, "format.unit_names");

    string Names(IReadOnlyList<string> names, int most, string key) => names.Count <= most
        ? string.Join(wording.Text("format.comma"), names)
        : wording.Text(key, ("names", string.Join(wording.Text("format.comma"), names.Take(most))), ("count", names.Count));

    /// <summary>InProgress → in_progress: how enum members stand in wording keys.</summary>
    public static string Name(Enum member)
    {
        var name = new StringBuilder();
        foreach (var letter in member.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }
}
