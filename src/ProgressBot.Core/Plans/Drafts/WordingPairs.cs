namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The same target in body and table; the table's wording is null when only the body has it.</summary>
internal sealed record WordingPair(Wording Body, Wording? Table);

/// <summary>Finds for each target of the body its counterpart in the table: same unit of measure, words around it in common.</summary>
internal static class WordingPairs
{
    // less than this is only the words that any two targets share
    const double LeastShare = 0.15;

    // the same number is strong evidence, but three fields that each build one platform all say 1个
    const double SameNumber = 0.25;

    public static IEnumerable<WordingPair> Of(TaskMatch match, IReadOnlyList<ReadRow> rows)
    {
        var body = match.Task.Found.Select(found => new Wording(found, match.Task.Draft.Text, -1)).ToList();
        var table = match.Rows.SelectMany(row => rows[row].Found.Select(found => new Wording(found, rows[row].Targets, row))).ToList();
        var overlap = new TextOverlap([.. body.Concat(table).Select(wording => wording.Clause)]);
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
        var share = Math.Max(overlap.Share(table.Clause, body.Clause), overlap.Share(body.Clause, table.Clause));
        return share < LeastShare ? 0 : share + (body.Indicator.Normalized == table.Indicator.Normalized ? SameNumber : 0);
    }
}
