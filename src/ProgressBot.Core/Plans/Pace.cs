namespace ProgressBot.Core.Plans;

/// <summary>How much of a window of days has passed.</summary>
public static class Pace
{
    /// <summary>Elapsed share, 0 before the window, 1 from its last day on. A window of one day is over on that day.</summary>
    public static decimal Elapsed(DateOnly start, DateOnly end, DateOnly today)
    {
        var days = end.DayNumber - start.DayNumber + 1;
        var passed = today.DayNumber - start.DayNumber + 1;
        return days <= 0 ? 1 : Math.Clamp((decimal)passed / days, 0, 1);
    }
}
