using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>Holds a revised document against the plan: goals are recognised by section and wording, small changes of wording included.</summary>
public static class PlanDifference
{
    /// <summary>What differs, in the order of the document; what the document dropped comes last. Empty when it says what the plan says.</summary>
    /// <param name="units">Every unit there is.</param>
    public static IReadOnlyList<PlanChange> Of(Plan plan, PlanDraft draft, IReadOnlyList<Unit> units)
    {
        var rows = draft.Rows.Where(row => row.Units.Count > 0).ToList();
        var items = plan.Items.OrderBy(item => item.Number).ToList();
        var pairs = ItemMatch.Pair(items, rows);
        return
        [
            .. rows.SelectMany(row => pairs.TryGetValue(row, out var item) ? ItemDifference.Of(item, row, units) : [New(row)]),
            .. items.Except(pairs.Values).Select(item => new PlanChange($"item-{item.Id}", PlanChangeKind.Item, ItemDifference.Where(item), item.Goal, null, [new RemoveItem(item.Id)])),
        ];
    }

    /// <summary>Where the goals that both have stand in the document.</summary>
    public static IReadOnlyList<PlanEdit> Sources(Plan plan, PlanDraft draft) =>
        [.. ItemMatch.Pair([.. plan.Items], [.. draft.Rows.Where(row => row.Units.Count > 0)]).Select(pair => new SetSource(pair.Value.Id, Adoption.Source(pair.Key.Source), Adoption.SourceText(pair.Key)))];

    static PlanChange New(DraftRow row) => new($"item+{row.Section}/{row.Goal}", PlanChangeKind.Item, row.Section, null, row.Goal, [new AddItem(row)]);
}
