namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Units that are responsible in the body only, or in the table only.</summary>
internal static class UnitDifference
{
    public static IEnumerable<DraftConflict> Find(IReadOnlyList<DraftUnit> body, IReadOnlyList<DraftUnit> table, string where)
    {
        var inBody = body.Where(unit => !table.Any(other => Same(unit, other))).Select(unit => unit.Name).Distinct().ToList();
        var inTable = table.Where(unit => !body.Any(other => Same(unit, other))).Select(unit => unit.Name).Distinct().ToList();
        if (body.Count == 0 || table.Count == 0 || inBody.Count + inTable.Count == 0)
            yield break;
        var (bodyWords, tableWords) = (Names(body), Names(table));
        yield return new DraftConflict(
            ConflictKind.Units, where,
            $"责任单位不一致，正文为“{bodyWords}”，任务表为“{tableWords}”{Only("仅正文有", inBody)}{Only("仅任务表有", inTable)}。", bodyWords, tableWords);
    }

    // 各职能部门 and 全区各职能部门 are the same collective
    static bool Same(DraftUnit one, DraftUnit other) =>
        one.Name == other.Name || (one.IsGroup && other.IsGroup && (one.Name.Contains(other.Name) || other.Name.Contains(one.Name)));

    static string Names(IEnumerable<DraftUnit> units) => string.Join('、', units.Select(unit => unit.Name).Distinct());

    static string Only(string label, List<string> names) => names.Count == 0 ? string.Empty : $"；{label}：{string.Join('、', names)}";
}
