namespace ProgressBot.Core.Plans.Drafts;

/// <summary>How the body and the table word one target.</summary>
internal static class TargetDifference
{
    /// <param name="body">The body's wording.</param>
    /// <param name="table">The table's wording, or null when the table is silent.</param>
    /// <param name="where">Names the two places.</param>
    public static IEnumerable<DraftConflict> Find(Wording body, Wording? table, string where)
    {
        if (table is null)
        {
            yield return new DraftConflict(ConflictKind.Threshold, where, $"目标仅正文有：“{body.Clause}”。", body.Clause, string.Empty);
            yield break;
        }

        if (!SameThreshold(body.Indicator, table.Indicator))
            yield return Both(ConflictKind.Threshold, where, "目标值表述不一致", body, table);
        if (body.Scope != table.Scope)
            yield return Both(ConflictKind.Scope, where, "统计口径不一致", body, table);
        if (body.Indicator.Normalized == table.Indicator.Normalized && body.Indicator.Deadline != table.Indicator.Deadline && (NamesDay(body.Indicator) || NamesDay(table.Indicator)))
            yield return DeadlineConflict(where, body, table);
    }

    /// <summary>True for a deadline before the year's end; 年内 adds nothing to a plan for the year.</summary>
    public static bool NamesDay(DraftIndicator indicator) => indicator.Deadline is { } day && (day.Month, day.Day) != (12, 31);

    static bool SameThreshold(DraftIndicator body, DraftIndicator table) =>
        body.Normalized == table.Normalized && body.Comparator == table.Comparator && body.Aspirational == table.Aspirational;

    static DraftConflict Both(ConflictKind kind, string where, string what, Wording body, Wording table) =>
        new(kind, where, $"{what}，正文为“{body.Clause}”，任务表为“{table.Clause}”。", body.Clause, table.Clause);

    static DraftConflict DeadlineConflict(string where, Wording body, Wording table) =>
        new(ConflictKind.Deadline, where, $"时限不一致，“{body.Clause}”正文为{Day(body)}，任务表为{Day(table)}。", Day(body), Day(table));

    static string Day(Wording wording) => wording.Indicator.Deadline is { } day ? $"{day:yyyy年M月d日}前" : "未写明";
}
