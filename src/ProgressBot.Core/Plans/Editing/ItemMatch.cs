using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>Finds out which goal of a document is which item of the plan.</summary>
static class ItemMatch
{
    const double Alike = 0.5;

    // a document that was written anew is no revision; comparing everything with everything would take too long
    const int MostCompared = 250_000;

    public static Dictionary<DraftRow, WorkItem> Pair(IReadOnlyList<WorkItem> items, IReadOnlyList<DraftRow> rows)
    {
        var pairs = new Dictionary<DraftRow, WorkItem>(ReferenceEqualityComparer.Instance);
        var left = items.ToList();
        foreach (var row in rows)
            if (left.Find(item => Bare(item.Section + item.Goal) == Bare(row.Section + row.Goal)) is { } same && left.Remove(same)) pairs.Add(row, same);
        var open = rows.Where(row => !pairs.ContainsKey(row)).ToList();
        if ((long)open.Count * left.Count > MostCompared) return pairs;
        var overlap = new TextOverlap([.. items.Select(item => item.Section + item.Goal), .. open.Select(row => row.Section + row.Goal)]);
        var likely = from row in open from item in left let share = Likeness(overlap, item, row) where share >= Alike orderby share descending select (row, item);
        foreach (var (row, item) in likely.ToList())
            if (!pairs.ContainsKey(row) && left.Remove(item)) pairs.Add(row, item);
        return pairs;
    }

    // both directions, so that a short goal is not found in every long one
    static double Likeness(TextOverlap overlap, WorkItem item, DraftRow row)
    {
        var (before, after) = (item.Section + item.Goal, row.Section + row.Goal);
        return (overlap.Share(before, after) + overlap.Share(after, before)) / 2;
    }

    internal static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
