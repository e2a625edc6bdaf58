namespace ProgressBot.Core.Reminding;

/// <summary>What a calendar says about one day that is not what its weekday would say, or is at least worth a name.</summary>
/// <param name="Name">The holiday: 国庆节; for a make-up workday the holiday it makes up for.</param>
internal sealed record CalendarDay(bool IsWorking, string Name);

/// <summary>Which way a date goes that falls on a day off.</summary>
public enum Roll
{
    /// <summary>To the next working day.</summary>
    Forward,

    /// <summary>To the last working day before.</summary>
    Back,
}

/// <summary>What is wrong with a calendar file. Lines count from 1.</summary>
public sealed record CalendarError(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>A calendar that was read, or why it could not be: one of the two is empty.</summary>
public sealed record CalendarReading(WorkingCalendar? Calendar, IReadOnlyList<CalendarError> Errors);
