using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>抄送: what others owe for long, in the message of whoever answers for it.</summary>
static class Copies
{
    const int MostItems = 6;
    const int MostUnits = 6;

    public static IEnumerable<string> Lines(Wording wording, Phrasing phrasing, IReadOnlyList<LatePart> late) =>
        late.GroupBy(part => (part.Round.Id, part.InCharge)).SelectMany(parts => parts.Key.InCharge ? OfCharges(wording, phrasing, [.. parts]) : OfLead(wording, phrasing, [.. parts]));

    // item by item, with the units that have not told their part
    static IEnumerable<string> OfLead(Wording wording, Phrasing phrasing, IReadOnlyList<LatePart> late)
    {
        var items = late.GroupBy(part => part.Item.Id).ToList();
        yield return wording.Text("reminder.copy_lead", ("round", phrasing.Round(late[0].Round)), ("left", phrasing.Left(late[0].Round.DueAt, late[0].Plan)));
        foreach (var item in items.Take(MostItems))
            yield return wording.Text("reminder.copy_item", ("item", item.First().Item.Name), ("units", phrasing.UnitNames([.. item.Select(part => part.Unit.Name)], MostUnits)));
        if (items.Count > MostItems) yield return wording.Text("reminder.copy_more", ("count", items.Count - MostItems));
    }

    // unit by unit, with the items that it has not told
    static IEnumerable<string> OfCharges(Wording wording, Phrasing phrasing, IReadOnlyList<LatePart> late) => late.GroupBy(part => part.Unit.Id).Select(unit => wording.Text("reminder.copy_charge",
        ("unit", unit.First().Unit.Name), ("round", phrasing.Round(late[0].Round)), ("left", phrasing.Left(unit.Min(part => part.Round.DueFor(unit.Key, part.Item.Id)), late[0].Plan)), ("count", unit.Count()),
        ("items", phrasing.Names([.. unit.Select(part => part.Item.Name)], MostItems))));
}
