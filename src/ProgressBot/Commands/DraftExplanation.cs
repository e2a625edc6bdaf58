using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Commands;

/// <summary>How a file was read, for whoever doubts it: what each header was taken for, and what gave each target.</summary>
internal static class DraftExplanation
{
    public static IEnumerable<string> Of(PlanDraft draft) =>
        [.. draft.Columns.Select(column => $"表{column.Table} “{column.Header}”列：{Meaning(column.Role)}"),
            .. draft.Rows.Index().SelectMany(row => Row(row.Index + 1, row.Item))];

    static IEnumerable<string> Row(int number, DraftRow row)
    {
        foreach (var indicator in row.Indicators)
            yield return $"{number}. {indicator.Name} {indicator.Phrase}：{Rule(indicator)}";
        foreach (var milestone in row.Milestones)
            yield return $"{number}. {milestone.Name}：没有数字，作为节点";
    }

    static string Rule(DraftIndicator indicator) => indicator switch
    {
        { MoneyStages.Count: > 0 } => "资金列，计划数为目标，其余为到位、拨付、使用",
        { Rule: TargetRule.NamedByContent } => "名称取自内容列，数值取自目标列",
        { Rule: TargetRule.NamedByHeader } => "名称和计量单位取自表头",
        { Rule: TargetRule.LastStage } => "几个时间节点中最后一个为目标，之前的为阶段目标",
        { Rule: TargetRule.SumOfQuarters } => "各季度数相加",
        _ => "取自目标文字",
    };

    static string Meaning(ColumnRole role) => role switch
    {
        ColumnRole.Number => "序号",
        ColumnRole.Category => "类别，作为工作内容",
        ColumnRole.Content => "工作内容或指标名称",
        ColumnRole.Goal => "目标",
        ColumnRole.Quantity => "目标，名称和计量单位在表头",
        ColumnRole.Stage => "阶段目标",
        ColumnRole.Measures => "措施，作为附注",
        ColumnRole.Units => "责任单位",
        ColumnRole.Lead => "牵头单位",
        ColumnRole.Assist => "配合单位",
        ColumnRole.Leader => "责任领导，作为附注",
        ColumnRole.Deadline => "时限",
        ColumnRole.Evidence => "佐证材料",
        ColumnRole.Score => "分值，作为附注",
        ColumnRole.UnitOfMeasure => "计量单位",
        ColumnRole.LastYear => "往年数，作为附注",
        ColumnRole.Progress => "进展，不作为目标",
        ColumnRole.Partner => "协作地区",
        ColumnRole.Programme => "协作类型",
        ColumnRole.MoneyPlanned => "资金计划数",
        ColumnRole.MoneyArrived => "资金到位数",
        ColumnRole.MoneyPaid => "资金拨付数",
        ColumnRole.MoneyUsed => "资金使用数",
        ColumnRole.Remarks => "备注，作为附注",
        _ => "没有识别，作为附注",
    };
}
