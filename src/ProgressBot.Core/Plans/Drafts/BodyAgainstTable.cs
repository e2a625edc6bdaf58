namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What the comparison of body and table yields: the rows with what the body adds, and the differences.</summary>
internal sealed record Comparison(IReadOnlyList<DraftRow> Rows, IReadOnlyList<DraftConflict> Conflicts);

/// <summary>Compares the tasks of the body text with the sections of the table that speak of the same thing.</summary>
internal static class BodyAgainstTable
{
    public static Comparison Compare(IReadOnlyList<ReadTask> tasks, IReadOnlyList<ReadRow> rows) =>
        new([.. rows.Select(row => row.Draft)], []);
}
