namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The same target in body and table; the table's wording is null when only the body has it.</summary>
internal sealed record WordingPair(Wording Body, Wording? Table);

/// <summary>Finds for each target of the body its counterpart in the table: same unit of measure, words around it in common.</summary>
internal static class WordingPairs
{
    // less than this is only the words that any two targets share
    const double LeastShare = 0.15;

    // another number needs more in common to be the same target reworded
    const double LeastShareOfOther = 0.4;

    const double SameNumber = 0.5;

    public static IEnumerable<WordingPair> Of(TaskMatch match, IReadOnlyList<ReadRow> rows)
    {
        var body = match.Task.Found.Select(found => new Wording(found, match.Task.Draft.Text, -1)).ToList();
        var table = match.Rows.SelectMany(row => rows[row].Found.Select(found => new Wording(found, rows[row].Targets, row))).ToList();
        var overlap = new TextOverlap([.. body.Concat(table).Select(Words)]);
        var candidates = body.SelectMany(one => table.Select(other => (Body: one, Table: other, Likeness: Likeness(overlap, one, other))))
            .Where(pair => pair.Likeness >= LeastShare).OrderByDescending(pair => pair.Likeness);
        var partner = new Dictionary<Wording, Wording>(ReferenceEqualityComparer.Instance);
        foreach (var (one, other, _) in candidates)
            if (!partner.ContainsKey(one) && !partner.ContainsValue(other))
                partner[one] = other;
        return body.Select(one => new WordingPair(one, partner.GetValueOrDefault(one)));
    }

    static double Likeness(TextOverlap overlap, Wording body, Wording table)
    {
        if (body.Indicator.BaseUnit != table.Indicator.BaseUnit)
            return 0;
        var same = body.Indicator.Normalized == table.Indicator.Normalized;
        var share = Math.Max(overlap.Share(Words(table), Words(body)), overlap.Share(Words(body), Words(table)));
        if (SameName(body.Indicator.Name, table.Indicator.Name))
            share = Math.Max(share, LeastShareOfOther);
        return share < (same ? LeastShare : LeastShareOfOther) ? 0 : share + (same ? SameNumber : 0);
    }

    static bool SameName(string one, string other) => one.Contains(other) || other.Contains(one);

    static string Words(Wording wording) => wording.Indicator.Name + "|" + wording.Clause;
}
