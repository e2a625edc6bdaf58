using System.Globalization;
using System.Text;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Commands;

/// <summary>A draft as text for the terminal: conflicts first, then the rows, then the warnings.</summary>
internal static class DraftText
{
    public static string Of(PlanDraft draft)
    {
        var text = new StringBuilder();
        text.AppendLine(draft.Title).AppendLine(Counts(draft));
        if (draft.Programme is not null || draft.PartnerRegion is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"协作类型：{draft.Programme ?? "未写明"}，协作地区：{draft.PartnerRegion ?? "未写明"}");
        foreach (var conflict in draft.Conflicts)
            text.AppendLine(CultureInfo.InvariantCulture, $"【不一致】{conflict.Where}：{conflict.Message}");
        foreach (var (index, row) in draft.Rows.Index())
            Append(text, index + 1, row);
        foreach (var warning in draft.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"【提示】{warning.Where} {warning.Message}");
        return text.ToString().TrimEnd();
    }

    static string Counts(PlanDraft draft) =>
        $"任务 {draft.Rows.Count} 项，内容 {draft.Rows.Select(row => row.Section).Distinct().Count()} 类，"
        + $"责任单位 {draft.Rows.SelectMany(row => row.Units).Select(unit => unit.Name).Distinct().Count()} 个，指标 {draft.Rows.Sum(row => row.Indicators.Count)} 项";

    static void Append(StringBuilder text, int number, DraftRow row)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{number}. [{row.Section}] {row.Goal}");
        text.AppendLine(CultureInfo.InvariantCulture, $"   责任单位：{string.Join('、', row.Units.Select(Of))}");
        if (row.Programme is not null || row.Partner is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"   协作：{row.Programme}{row.Partner}");
        foreach (var indicator in row.Indicators)
            Append(text, indicator);
        foreach (var milestone in row.Milestones)
            text.AppendLine(CultureInfo.InvariantCulture, $"   节点：{milestone.Name}{Day(milestone.Deadline)}");
        if (row.Deadline is { } deadline)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"   时限：{deadline.Text}{(deadline.Date is { } date ? $"（{date:yyyy-MM-dd}）" : string.Empty)}");
        if (row.Evidence.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"   佐证：{string.Join('；', row.Evidence.Select(item => item.Text))}");
        if (row.Progress is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"   进展：{row.Progress.ReplaceLineEndings(" ")}{Opening(row)}");
    }

    static void Append(StringBuilder text, DraftIndicator indicator)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"   指标：{Of(indicator)}");
        foreach (var stage in indicator.Stages)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"     阶段：{stage.Name} {FigureText.Render(stage.Normalized, indicator.BaseUnit, indicator.Unit)}{Day(stage.Deadline)}");
        if (indicator.MoneyStages.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"     资金：{string.Join('，', indicator.MoneyStages.Select(stage => stage.Name + FigureText.Render(stage.Normalized, "元", indicator.Unit)))}");
    }

    static string Opening(DraftRow row) =>
        row.Opening.Count == 0 ? string.Empty : $"（期初：{string.Join('，', row.Opening.Select(figure => figure.Indicator + figure.Phrase))}）";

    static string Day(DateOnly? day) =>
        day is { } date ? string.Create(CultureInfo.InvariantCulture, $"，{date:yyyy-MM-dd}前") : string.Empty;

    static string Of(DraftUnit unit) => unit.Name + unit.Role switch
    {
        UnitRole.Lead => unit.RoleIsGuess ? "（牵头？）" : "（牵头）",
        UnitRole.Assist => "（配合）",
        _ => unit.IsGroup ? "（单位组）" : string.Empty,
    };

    static string Of(DraftIndicator indicator) =>
        $"{indicator.Name} {Sign(indicator.Comparator)}{indicator.Value:0.####}{indicator.Unit}"
        + (indicator.Aspirational ? "，力争" : string.Empty)
        + indicator.Sharing switch { Sharing.Summed => "，各单位合计", Sharing.PerUnit => "，每单位", _ => string.Empty }
        + Day(indicator.Deadline);

    static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "≥",
        Comparator.MoreThan => ">",
        Comparator.About => "约",
        Comparator.AtMost => "≤",
        Comparator.LessThan => "<",
        _ => string.Empty,
    };
}
