using System.Globalization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>A plan's settings in words, for chat and command line.</summary>
public static class ScheduleText
{
    /// <summary>Plan, due rule, window, reminders, calendar: a line each.</summary>
    public static string Of(Wording wording, Plan plan) => string.Join('\n',
        wording.Text("settings.plan", ("id", plan.Id), ("plan", plan.Title), ("period", wording.Text($"settings.period.{Phrasing.Name(plan.Period)}"))),
        Due(wording, plan.Schedule.Due),
        wording.Text("settings.window", ("opens", plan.Schedule.Due.OpensBefore), ("locks", plan.Schedule.Due.LocksAfter)),
        Steps(wording, plan.Schedule.Cadence),
        wording.Text($"settings.calendar.{Phrasing.Name(plan.Schedule.Calendar)}"));

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

    static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
