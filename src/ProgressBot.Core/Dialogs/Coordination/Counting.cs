using System.Globalization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>量词 畦: a unit of measure that only this plan's people use. 删除量词 takes it back.</summary>
static class Counting
{
    const string Meant = "plan";
    const string Lines = "lines";

    /// <summary>量词 alone shows what there is.</summary>
    public static void Begin(Turn turn)
    {
        var typed = InputText.AsTyped(turn.Input.Text, turn.Argument).Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal);
        var lines = typed.Split(['、', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (lines.Count == 0 || Plans(turn).Count == 0)
        {
            Show(turn);
            turn.Session.End();
            return;
        }
        turn.Session.Values[Lines] = string.Join('\n', lines);
        if (Plans(turn) is [var only]) turn.Session.Values[Meant] = only.Id.ToString(CultureInfo.InvariantCulture);
    }

    public static string? Given(Turn turn) => turn.Session.Values.GetValueOrDefault(Meant);

    public static IEnumerable<Button> Choices(Turn turn) => Plans(turn).Select(plan => new Button(plan.Title));

    public static Reading Read(Turn turn, string? choice)
    {
        if (choice is null) return Reading.NotUnderstood;
        turn.Session.Values[Meant] = Plans(turn)[int.Parse(choice, CultureInfo.InvariantCulture)].Id.ToString(CultureInfo.InvariantCulture);
        return Reading.Understood;
    }

    /// <summary>All of the lines or none.</summary>
    public static void Add(Turn turn)
    {
        if (Plans(turn).FirstOrDefault(plan => plan.Id.ToString(CultureInfo.InvariantCulture) == turn.Session.Values[Meant]) is not { } meant) return;
        var lines = turn.Session.Values[Lines].Split('\n');
        if (lines.Any(line => Refuses(turn, line))) return;
        foreach (var line in lines) turn.Emit(new CounterAdded(meant.Id, line));
        turn.Say("counter.done", ("counters", turn.Phrasing.Names(lines, lines.Length)));
    }

    public static void Drop(Turn turn)
    {
        var name = InputText.AsTyped(turn.Input.Text, turn.Argument);
        var having = Plans(turn).SelectMany(plan => plan.Counters.Where(line => CounterRule.NameOf(line) == name).Select(line => (plan.Id, line))).ToList();
        if (InUse(turn, name) is { } indicator && having.Count > 0)
        {
            turn.Say("drop_counter.in_use", ("counter", name), ("indicator", indicator.Name));
            return;
        }
        foreach (var (plan, line) in having) turn.Emit(new CounterRemoved(plan, line));
        turn.Say(having.Count > 0 ? "drop_counter.done" : name.Length == 0 ? "drop_counter.how" : "drop_counter.unknown", ("counter", name));
    }

    // whoever reports under two plans must not read one word in two ways
    static bool Refuses(Turn turn, string line)
    {
        if (CounterRule.Check(line, MeasureWords.Default.With([.. Plans(turn).SelectMany(plan => plan.Counters)])) is not { } fault) return false;
        turn.Say($"counter.{Phrasing.Name(fault)}", ("counter", CounterRule.NameOf(line)), ("line", line));
        return true;
    }

    static Indicator? InUse(Turn turn, string name) => Plans(turn).SelectMany(plan => plan.Items).SelectMany(item => item.Indicators).FirstOrDefault(indicator => indicator.BaseUnit == name);

    static void Show(Turn turn)
    {
        var counters = Plans(turn).SelectMany(plan => plan.Counters).Distinct().ToList();
        var list = counters.Count == 0 ? turn.Wording.Text("counter.none") : turn.Wording.Text("counter.list", ("counters", turn.Phrasing.Names(counters, counters.Count)));
        turn.Say(new Outgoing(list + "\n" + turn.Wording.Text("counter.how")));
    }

    static IReadOnlyList<Plan> Plans(Turn turn) => turn.Facts.Ledger.Plans;
}
