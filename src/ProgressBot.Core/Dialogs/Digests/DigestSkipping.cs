using System.Globalization;
using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>
/// 本周不发, and 照发 while there is time. What is meant is the next digest of a plan, as long as it leaves this week; what has left cannot be called back, and a
/// button of an earlier one does nothing to the next.
/// </summary>
public static class DigestSkipping
{
    internal static void Skip(Turn turn)
    {
        if (Chosen(turn) is not { } chosen) return;
        var coming = Coming(turn, chosen);
        if (coming.Count == 0) SayNone(turn, chosen, "skip_digest.left");
        else if (coming.Count > 1 && turn.Argument.Length == 0) Ask(turn, coming);
        else Answer(turn, Tap.OnDigests(Days(turn, coming), turn.Button("buttons.send_digest")), coming.Select(plan => Skip(turn, plan, ThisWeek(turn, plan)!)));
    }

    static string Skip(Turn turn, Plan plan, DigestOccasion occasion)
    {
        var mark = turn.Facts.DigestMark(plan);
        if (mark.IsSkipped(occasion)) return turn.Wording.Text("skip_digest.known", Words(turn, turn.Wording, plan, occasion));
        turn.Emit(new DigestSkipped(plan.Id, occasion.Day));
        TellOthers(turn, "skip_digest.notice", plan, occasion);
        return turn.Wording.Text("skip_digest.done", Words(turn, turn.Wording, plan, occasion));
    }

    internal static void Restore(Turn turn)
    {
        if (Chosen(turn) is not { } chosen) return;
        var coming = Coming(turn, chosen);
        if (coming.Count == 0) SayNone(turn, chosen, "send_digest.left");
        else Answer(turn, turn.Button("buttons.preview_digest"), coming.Select(plan => Restore(turn, plan, ThisWeek(turn, plan)!)));
    }

    static string Restore(Turn turn, Plan plan, DigestOccasion occasion)
    {
        if (turn.Facts.DigestMark(plan).IsSkipped(occasion))
        {
            turn.Emit(new DigestRestored(plan.Id, occasion.Day));
            TellOthers(turn, "send_digest.notice", plan, occasion);
        }
        return turn.Wording.Text("send_digest.done", Words(turn, turn.Wording, plan, occasion));
    }

    /// <summary>What a coordinator is told in the morning of the day; one message about all plans.</summary>
    public static Outgoing Notice(Wording wording, Phrasing phrasing, IReadOnlyList<DueDigest> coming) => new(string.Join('\n',
        [.. coming.Select(each => wording.Text("digest.notice", ("time", phrasing.Time(each.Occasion.At)), ("name", Name(wording, each.Occasion)), ("plan", each.Plan.Title))), wording.Text("digest.notice_how")]))
    {
        Buttons = [new(wording.Text("buttons.preview_digest")), .. Tapped(coming, wording.Text("buttons.skip_digest"), wording.Text("buttons.send_digest"))],
    };

    static IEnumerable<Button> Tapped(IReadOnlyList<DueDigest> coming, params string[] texts) =>
        texts.Select(text => Tap.OnDigests(coming.Select(each => each.Occasion.Day), new Button(text)));

    /// <summary>For coordinators: who does not want the next digest, or did not want the last one; empty when nobody did.</summary>
    internal static IEnumerable<string> Standing(Turn turn, Plan plan)
    {
        var (mark, next) = (turn.Facts.DigestMark(plan), turn.Facts.NextDigest(plan));
        if (mark.Skipped is not { } skipped || !turn.Facts.Person!.Is(Roles.Coordinator)) yield break;
        var by = turn.Facts.PersonWith(mark.SkippedBy)?.Name;
        if (next is not null && mark.IsSkipped(next)) yield return turn.Wording.Text("skip_digest.standing", ("time", turn.Phrasing.Time(next.At)), ("name", Name(turn.Wording, next)), ("person", by));
        else if (mark.Handled == skipped) yield return turn.Wording.Text("skip_digest.was", ("day", turn.Phrasing.Day(skipped)), ("person", by));
    }

    /// <summary>What can be done about the digests of this week.</summary>
    internal static IEnumerable<Button> Buttons(Turn turn)
    {
        if (!turn.Facts.Person!.Is(Roles.Coordinator)) yield break;
        var coming = turn.Facts.Ledger.Plans.Where(plan => ThisWeek(turn, plan) is not null).ToList();
        if (coming.Exists(plan => !IsSkipped(turn, plan))) yield return Tap.OnDigests(Days(turn, coming), turn.Button("buttons.skip_digest"));
        if (coming.Exists(plan => IsSkipped(turn, plan))) yield return Tap.OnDigests(Days(turn, coming), turn.Button("buttons.send_digest"));
    }

    /// <summary>周报, 月报 …</summary>
    internal static string Name(Wording wording, DigestOccasion occasion) => wording.Text($"digest.name.{Phrasing.Name(occasion.Kind)}");

    static bool IsSkipped(Turn turn, Plan plan) => turn.Facts.DigestMark(plan).IsSkipped(ThisWeek(turn, plan)!);

    static DigestOccasion? ThisWeek(Turn turn, Plan plan) => turn.Facts.NextDigest(plan) is { } next && next.Day <= Sunday(turn) ? next : null;

    static IEnumerable<DateOnly> Days(Turn turn, IEnumerable<Plan> coming) => coming.Select(plan => ThisWeek(turn, plan)!.Day);

    // those that leave this week; of a button only those that it was about
    static List<Plan> Coming(Turn turn, IReadOnlyList<Plan> plans) =>
        [.. plans.Where(plan => ThisWeek(turn, plan) is { } next && (turn.Tap is not { Digests: { Count: > 0 } days } || days.Contains(next.Day)))];

    static DateOnly Sunday(Turn turn) => turn.Facts.Today.AddDays((7 - (int)turn.Facts.Today.DayOfWeek) % 7);

    // the plan whose number is given, or all; null when the bot has said that it knows none
    static IReadOnlyList<Plan>? Chosen(Turn turn)
    {
        var plans = turn.Facts.Ledger.Plans;
        if (plans.Count > 0 && (turn.Argument.Length == 0 || turn.Book.Wordings.Values.Any(wording => wording.Words("names").Contains(turn.Argument)))) return plans;
        if (int.TryParse(turn.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && plans.FirstOrDefault(plan => plan.Id == id) is { } named) return [named];
        turn.Say(plans.Count == 0 ? "status.no_plan" : "skip_digest.which", ("plans", Scheduling.List(turn)));
        return null;
    }

    static void Ask(Turn turn, List<Plan> plans) => turn.Say(new Outgoing(turn.Wording.Text("skip_digest.which", ("plans", Scheduling.List(turn))))
    {
        Buttons = [.. plans.Take(4).Select(plan => Tap.OnDigests(Days(turn, [plan]), turn.Button("buttons.skip_digest_of", ("id", plan.Id)))), Tap.OnDigests(Days(turn, plans), turn.Button("buttons.skip_all_digests"))],
    });

    static void Answer(Turn turn, Button button, IEnumerable<string> lines) => turn.Say(new Outgoing(string.Join('\n', lines.ToList())) { Buttons = [button] });

    // what has left this week is said first, since that is what was meant
    static void SayNone(Turn turn, IReadOnlyList<Plan> plans, string left)
    {
        var monday = Sunday(turn).AddDays(-6);
        if (turn.Tap?.Digests.Any(day => day < monday) == true)
        {
            turn.Say("old_button.passed");
            return;
        }
        var marks = plans.Select(turn.Facts.DigestMark).ToList();
        var next = plans.Select(turn.Facts.NextDigest).OfType<DigestOccasion>().MinBy(occasion => occasion.At);
        var then = next is null ? turn.Wording.Text("skip_digest.never") : turn.Wording.Text("skip_digest.then", ("time", turn.Phrasing.Time(next.At)), ("name", Name(turn.Wording, next)));
        if (marks.Find(mark => mark.Handled >= monday && mark.SentAt is not null && mark.Skipped != mark.Handled) is { SentAt: { } sent }) turn.Say(left, ("time", turn.Phrasing.Time(sent)), ("then", then));
        else if (marks.Find(mark => mark.Handled >= monday && mark.Skipped == mark.Handled) is { Skipped: { } skipped }) turn.Say("skip_digest.over", ("day", turn.Phrasing.Day(skipped)), ("then", then));
        else turn.Say("skip_digest.none", ("then", then));
    }

    static void TellOthers(Turn turn, string key, Plan plan, DigestOccasion occasion)
    {
        foreach (var other in turn.Facts.Ledger.Having(Roles.Coordinator).Where(person => person.Id != turn.Facts.Person!.Id))
        {
            var wording = turn.Book.Wording(other.Locale);
            turn.Notify(other.Id, new Outgoing(wording.Text(key, Words(turn, wording, plan, occasion))));
        }
    }

    static (string, object?)[] Words(Turn turn, Wording wording, Plan plan, DigestOccasion occasion) =>
    [
        ("time", new Phrasing(wording, turn.Facts).Time(occasion.At)), ("name", Name(wording, occasion)), ("plan", plan.Title), ("person", turn.Facts.Person!.Name),
    ];
}
