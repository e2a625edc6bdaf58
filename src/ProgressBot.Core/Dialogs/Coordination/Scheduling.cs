using System.Globalization;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>设置: shows a plan's schedule, and changes one setting of it: 设置 重复 5; where several plans are in force, 设置 2 重复 5.</summary>
static class Scheduling
{
    public static void Set(Turn turn)
    {
        var words = ScheduleSetting.Words(turn.Argument).ToList();
        if (turn.Facts.Ledger.Plans.Count == 0) turn.Say("status.no_plan");
        else if (Chosen(turn, words) is not { } plan) turn.Say("settings.which_plan", ("plans", List(turn)));
        else if (words.Count == 0) turn.Say(new Outgoing(string.Join('\n', [ScheduleText.Of(turn.Wording, plan, turn.Facts.DigestSchedule), .. Next(turn, plan), turn.Wording.Text("settings.how")])));
        else Change(turn, plan, Canonical(turn, "settings_keys", words[0]), [.. words.Skip(1).Select(word => Value(turn, words[0], word))]);
    }

    static void Change(Turn turn, Plan plan, string key, IReadOnlyList<string> values)
    {
        var change = ScheduleSetting.Change(plan.Schedule, plan.Period, key, values, turn.Facts.DigestSchedule);
        if (change.Schedule is not { } schedule)
        {
            turn.Say(new Outgoing(ScheduleText.Refusal(turn.Wording, change.Refusal!.Value, turn.Argument)));
            return;
        }
        turn.Emit(new ScheduleChanged(plan.Id, $"{key} {string.Join(' ', values)}", schedule));
        turn.Say(new Outgoing(turn.Wording.Text("settings.done") + "\n" + ScheduleText.Of(turn.Wording, plan with { Schedule = schedule }, turn.Facts.DigestSchedule)));
    }

    // a day is written in full there: 8月1日 is one of this year
    static string Value(Turn turn, string key, string word) =>
        Canonical(turn, "settings_keys", key) == "pace" && TypedDay.First(word, turn.Facts.Today) is { } typed
            ? typed.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Canonical(turn, "settings_values", word);

    static IEnumerable<string> Next(Turn turn, Plan plan)
    {
        if (turn.Facts.NextDigest(plan) is { } next)
            yield return turn.Wording.Text("settings.next_digest", ("time", turn.Phrasing.Time(next.At)), ("name", DigestSkipping.Name(turn.Wording, next)));
        foreach (var line in DigestSkipping.Standing(turn, plan)) yield return line;
    }

    /// <summary>The plan whose number stands first, which is taken off; the only one where none is named.</summary>
    public static Plan? Chosen(Turn turn, List<string> words)
    {
        var plans = turn.Facts.Ledger.Plans;
        if (words.Count == 0 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return plans.Count == 1 ? plans[0] : null;
        words.RemoveAt(0);
        return plans.FirstOrDefault(plan => plan.Id == id);
    }

    /// <summary>The plans in force with their numbers, a line each.</summary>
    public static string List(Turn turn) => string.Join('\n', turn.Facts.Ledger.Plans.Select(plan => turn.Wording.Text("settings.plan_line", ("id", plan.Id), ("plan", plan.Title))));

    // 顺延 → forward: what a word is called in ScheduleSetting, in whatever language it was said
    static string Canonical(Turn turn, string list, string word)
    {
        var prefix = list + ".";
        return turn.Book.Wordings.Values
            .SelectMany(wording => wording.WordKeys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && wording.Words(key).Contains(word)))
            .FirstOrDefault() is { } key ? key[prefix.Length..] : word;
    }
}
