using System.Globalization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>A plan's settings in words, for chat and command line.</summary>
public static class ScheduleText
{
    /// <summary>Plan, due rule, window, reminders, calendar, pace, digests: a line each.</summary>
    /// <param name="office">When digests leave that have no setting of their own.</param>
    public static string Of(Wording wording, Plan plan, DigestSchedule office) => string.Join('\n',
        wording.Text("settings.plan", ("id", plan.Id), ("plan", plan.Title), ("period", wording.Text($"settings.period.{Phrasing.Name(plan.Period)}"))),
        Due(wording, plan.Schedule.Due),
        wording.Text("settings.window", ("opens", plan.Schedule.Due.OpensBefore), ("locks", plan.Schedule.Due.LocksAfter)),
        Steps(wording, plan.Schedule.Cadence),
        wording.Text($"settings.calendar.{Phrasing.Name(plan.Schedule.Calendar)}"),
        wording.Text("settings.pace", ("date", plan.PaceStart.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        Digests(wording, plan.Schedule.Digests(office)));

    /// <summary>Why a setting was refused and what to do.</summary>
    public static string Refusal(Wording wording, ScheduleError error, string written) => wording.Text($"settings.refused.{Phrasing.Name(error)}", ("text", written));

    static string Due(Wording wording, DueRule rule) => wording.Text($"settings.due.{Phrasing.Name(rule.Day)}",
        ("number", rule.Number), ("time", Time(rule.DueAt)), ("roll", wording.Text($"settings.roll.{Phrasing.Name(rule.Roll)}")));

    static string Steps(Wording wording, Cadence cadence)
    {
        string[] opening = cadence.Opening ? [wording.Text("settings.opening")] : [];
        var steps = opening.Concat(cadence.Offsets.Order().Select(offset => offset.ToString("+0;-0;0", CultureInfo.InvariantCulture)));
        return wording.Text("settings.steps", ("steps", string.Join(wording.Text("format.comma"), steps)), ("time", Time(cadence.At)))
            + (cadence.RepeatEvery is { } every ? wording.Text("settings.repeat", ("days", every)) : wording.Text("settings.no_repeat"))
            + (cadence.CopiesFrom is { } from ? wording.Text("settings.copies", ("day", from), ("whom", wording.Text($"settings.copied.{Phrasing.Name(cadence.CopiesTo)}"))) : "");
    }

    static string Digests(Wording wording, DigestSchedule digests)
    {
        if (digests.Cycles == DigestCycles.None) return wording.Text("settings.no_digest");
        var cycles = Enum.GetValues<DigestCycles>().Where(cycle => cycle != DigestCycles.None && digests.Cycles.HasFlag(cycle))
            .Select(cycle => wording.Text($"settings.digest_cycle.{Phrasing.Name(cycle)}", ("day", wording.Words("format.weekdays")[(int)digests.Day])));
        return wording.Text("settings.digest", ("cycles", string.Join(wording.Text("format.comma"), cycles)), ("time", Time(digests.Time)))
            + (digests.Notice is { } notice ? wording.Text("settings.digest_notice", ("time", Time(notice))) : "")
            + wording.Text(digests.Units ? "settings.digest_units" : "settings.digest_no_units");
    }

    static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
