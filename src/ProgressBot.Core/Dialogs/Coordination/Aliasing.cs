using System.Globalization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>别名 到位资金 实到资金: what the units call an indicator, so that nobody need write the plan's own words. 删除别名 takes it back.</summary>
static class Aliasing
{
    const int MostLines = 12;
    const string Meant = "indicator";
    const string Named = "named";
    const string Words = "aliases";

    /// <summary>别名 alone, or with nothing but an indicator, shows what there is.</summary>
    public static void Begin(Turn turn)
    {
        var (name, aliases) = Parse(InputText.AsTyped(turn.Input.Text, turn.Argument));
        var called = name.Length == 0 ? [] : Called(turn, name);
        if (called.Count > 0 && aliases.Count > 0)
        {
            turn.Session.Values[Words] = string.Join('\n', aliases);
            turn.Session.Values[called.Count == 1 ? Meant : Named] = string.Join(',', called.Select(line => line.Indicator.Id));
            return;
        }
        if (name.Length > 0 && called.Count == 0) turn.Say("alias.unknown", ("name", name), ("example", Example(turn)));
        else Show(turn, called.Count > 0 ? called : All(turn));
        turn.Session.End();
    }

    public static string? Given(Turn turn) => turn.Session.Values.GetValueOrDefault(Meant);

    public static IEnumerable<Button> Choices(Turn turn) => Choosable(turn).Select(line => new Button($"{line.Item.Number} {line.Item.Name}{(Several(turn) ? $" {line.Plan.Title}" : "")}"));

    public static Reading Read(Turn turn, string? choice)
    {
        var choosable = Choosable(turn);
        var index = choice is not null ? int.Parse(choice, CultureInfo.InvariantCulture) : choosable.FindIndex(line => line.Item.Number.ToString(CultureInfo.InvariantCulture) == turn.Input.Text.Trim());
        if (index < 0) return Reading.NotUnderstood;
        turn.Session.Values[Meant] = choosable[index].Indicator.Id.ToString(CultureInfo.InvariantCulture);
        return Reading.Understood;
    }

    /// <summary>All of the words or none.</summary>
    public static void Add(Turn turn)
    {
        var meant = All(turn).FirstOrDefault(line => line.Indicator.Id.ToString(CultureInfo.InvariantCulture) == turn.Session.Values[Meant]);
        if (meant is null) return;
        var aliases = turn.Session.Values[Words].Split('\n');
        if (aliases.Any(alias => Refuses(turn, meant, alias))) return;
        foreach (var alias in aliases) turn.Emit(new AliasAdded(meant.Indicator.Id, alias));
        turn.Say("alias.done", ("aliases", turn.Phrasing.Names(aliases, aliases.Length)), ("indicator", meant.Indicator.Name));
    }

    public static void Drop(Turn turn)
    {
        var alias = InputText.AsTyped(turn.Input.Text, turn.Argument);
        var having = All(turn).Where(line => line.Indicator.Aliases.Contains(alias)).ToList();
        foreach (var line in having) turn.Emit(new AliasRemoved(line.Indicator.Id, alias));
        if (having.Count > 0) turn.Say("drop_alias.done", ("alias", alias), ("indicator", having[0].Indicator.Name));
        else turn.Say(alias.Length == 0 ? "drop_alias.how" : "drop_alias.unknown", ("alias", alias));
    }

    // 到位资金=实到资金、到账款, or with a space instead of the sign
    static (string Indicator, IReadOnlyList<string> Aliases) Parse(string typed)
    {
        var sides = typed.Split(['=', ':'], 2, StringSplitOptions.TrimEntries);
        var bySign = sides.Length == 2;
        if (!bySign) sides = typed.Split(' ', 2, StringSplitOptions.TrimEntries);
        char[] between = bySign ? ['、', ',', ';'] : ['、', ',', ';', ' '];
        return (sides[0], sides.Length == 2 ? [.. sides[1].Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : []);
    }

    static bool Refuses(Turn turn, Line meant, string alias)
    {
        if (AliasRule.Check(alias, Describe(meant), [.. Beside(turn, meant).Select(Describe)], out var taken) is not { } fault) return false;
        turn.Say($"alias.{Phrasing.Name(fault)}", ("alias", alias), ("indicator", meant.Indicator.Name), ("other", taken?.Name));
        return true;
    }

    // only what the same people report can be mixed up
    static IEnumerable<Line> Beside(Turn turn, Line meant)
    {
        var units = Units(turn, meant.Item).ToHashSet();
        return All(turn).Where(line => line.Indicator.Id != meant.Indicator.Id && Units(turn, line.Item).Any(units.Contains));
    }

    static IEnumerable<int> Units(Turn turn, WorkItem item) => Roster.Of(item, turn.Facts.Ledger.Unit, turn.Facts.Today).Select(line => line.UnitId);

    static SoughtIndicator Describe(Line line) => new(line.Indicator.Id, line.Item.Number, line.Indicator.Name) { Aliases = line.Indicator.Aliases };

    static void Show(Turn turn, IReadOnlyList<Line> lines)
    {
        var having = lines.Where(line => line.Indicator.Aliases.Count > 0).ToList();
        string[] text =
        [
            .. having.Count == 0 ? [turn.Wording.Text("alias.none")] : having.Take(MostLines).Select(line => turn.Wording.Text("alias.line", ("indicator", line.Indicator.Name), ("aliases", turn.Phrasing.Names(line.Indicator.Aliases, 6)))),
            .. having.Count > MostLines ? [turn.Wording.Text("alias.more", ("count", having.Count - MostLines))] : Array.Empty<string>(),
            turn.Wording.Text("alias.how", ("example", Example(turn))),
        ];
        turn.Say(new Outgoing(string.Join('\n', text)));
    }

    static string Example(Turn turn) => All(turn).FirstOrDefault()?.Indicator.Name ?? "";

    static List<Line> Called(Turn turn, string name)
    {
        var all = All(turn);
        bool Is(string known) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
        var exact = all.Where(line => line.Indicator.Aliases.Append(line.Indicator.Name).Any(Is)).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(line => line.Indicator.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
    }

    static List<Line> Choosable(Turn turn)
    {
        var ids = turn.Session.Values.GetValueOrDefault(Named, "").Split(',');
        return [.. All(turn).Where(line => ids.Contains(line.Indicator.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    static bool Several(Turn turn) => turn.Facts.Ledger.Plans.Count > 1;

    static List<Line> All(Turn turn) =>
    [
        .. from plan in turn.Facts.Ledger.Plans
           from item in plan.Items.OrderBy(item => item.Number)
           from indicator in item.Indicators
           select new Line(plan, item, indicator),
    ];

    sealed record Line(Plan Plan, WorkItem Item, Indicator Indicator);
}
