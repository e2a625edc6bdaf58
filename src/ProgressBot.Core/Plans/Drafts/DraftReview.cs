namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A draft in a few numbers, for whoever decides what becomes of it.</summary>
/// <param name="Rows">Goals that have a unit and would be followed.</param>
/// <param name="Units">Different units.</param>
/// <param name="NewUnits">Those of them that nobody knows yet, by name.</param>
/// <param name="PastDue">Goals whose deadline, or that of one of their numbers, is over on the day of the review, with that deadline.</param>
public sealed record DraftReview(
    int Rows, int Indicators, int Units, IReadOnlyList<string> NewUnits, IReadOnlyList<(DraftRow Row, DateOnly Deadline)> PastDue)
{
    public static DraftReview Of(PlanDraft draft, IReadOnlyList<Unit> known, DateOnly today)
    {
        var rows = draft.Rows.Where(row => row.Units.Count > 0).ToList();
        var units = rows.SelectMany(row => row.Units).Select(unit => unit.Name).Distinct().ToList();
        return new DraftReview(
            rows.Count, rows.Sum(row => row.Indicators.Count), units.Count,
            [.. units.Where(name => !known.Any(unit => unit.IsCalled(name)))],
            [.. from row in rows let deadline = Earliest(row) where deadline < today select (row, deadline.Value)]);
    }

    static DateOnly? Earliest(DraftRow row) => row.Indicators.Select(indicator => indicator.Deadline).Append(row.Deadline?.Date).Min();
}
