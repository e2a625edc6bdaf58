namespace ProgressBot.Core.Reminding;

/// <summary>Between the clock on an office's wall and the instant it shows.</summary>
public static class ZoneTime
{
    /// <summary>The zone of an IANA name, or null when there is none.</summary>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The same for a name that somebody typed, in upper or lower case.</summary>
    public static TimeZoneInfo? Typed(string name) =>
        Find(name) ?? TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(zone => string.Equals(zone.Id, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The instant (UTC) at which the wall clock shows a time. A time that a change to summer time leaves out is taken as far after the change as it lies
    /// behind its beginning (02:30 → 03:30); of a time that comes twice the first is meant.
    /// </summary>
    public static DateTimeOffset Instant(this TimeZoneInfo zone, DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>What the wall clock shows.</summary>
    public static DateTime WallClock(this TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The day it is there.</summary>
    public static DateOnly Today(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(zone.WallClock(instant));
}
