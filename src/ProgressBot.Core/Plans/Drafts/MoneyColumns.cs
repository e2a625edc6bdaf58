using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>
/// Columns of money mean different things in different tables: beside 到位 and 拨付 the planned sum is the first of several stages;
/// alone it is a target; beside a goal the whole investment of many years is background.
/// </summary>
internal static partial class MoneyColumns
{
    public static readonly ColumnRole[] Results = [ColumnRole.MoneyArrived, ColumnRole.MoneyPaid, ColumnRole.MoneyUsed];

    /// <summary>The same columns with those of money settled: at most one planned sum, and stages only beside it.</summary>
    public static IReadOnlyList<Column> Settle(IReadOnlyList<Column> columns)
    {
        var planned = columns.Where(column => column.Role == ColumnRole.MoneyPlanned).ToList();
        var results = columns.Any(column => Results.Contains(column.Role));
        if (planned.Count == 0)
            return results ? [.. columns.Select(AsTarget)] : columns;
        var main = planned.Find(column => ThisYear().IsMatch(column.Header)) ?? planned[0];
        var hasGoal = columns.Any(column => column.Role is ColumnRole.Goal);
        return [.. columns.Select(column => column.Role != ColumnRole.MoneyPlanned ? column
            : Planned(column, column.Index == main.Index, results, hasGoal))];
    }

    // the sums of a project over all its years are no target of this one
    static Column Planned(Column column, bool isMain, bool results, bool hasGoal)
    {
        if (!isMain || (hasGoal && !results && WholeSum().IsMatch(column.Header)))
            return column with { Role = ColumnRole.Remarks };
        return results ? column : column with { Role = ColumnRole.Quantity };
    }

    static Column AsTarget(Column column) => Results.Contains(column.Role) ? column with { Role = ColumnRole.Quantity } : column;

    [GeneratedRegex("年|当期")]
    private static partial Regex ThisYear();

    [GeneratedRegex("^(项目)?(总|概算|批复)")]
    private static partial Regex WholeSum();
}
