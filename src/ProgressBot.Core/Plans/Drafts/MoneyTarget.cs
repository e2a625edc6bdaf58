using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Makes one target of the sums in a row of a table of projects: 计划, and how far the money has come.</summary>
internal static class MoneyTarget
{
    /// <summary>Null when the row has no planned sum.</summary>
    public static FoundIndicator? Of(TableEntry entry, MeasureWords? own)
    {
        var sums = entry.Money.Select(cell => (Cell: cell, Figure: Sum(cell, own))).Where(sum => sum.Figure is not null).ToList();
        if (sums.Find(sum => sum.Cell.Role == ColumnRole.MoneyPlanned) is not { Figure: { } planned } plan)
            return null;
        var indicator = new DraftIndicator(
            plan.Cell.Header, planned.Phrase, planned.Comparator, planned.Value, planned.Unit, planned.Normalized, planned.BaseUnit, null,
            Sharing.LeadReports, false, Basis.Cumulative)
        {
            Rule = TargetRule.NamedByHeader,
            MoneyStages = [.. sums.Select(sum => new DraftMoneyStage(Name(sum.Cell.Role), sum.Cell.Header, sum.Figure!.Normalized))],
        };
        return new FoundIndicator(indicator, 0, 0);
    }

    // a bare number under a header of money is money: without a unit anywhere it stays unread
    static FoundFigure? Sum(MoneyCell cell, MeasureWords? own) =>
        FigureReader.Read(BareTarget.Of(cell.Text) is { Unit: "" } bare ? bare.Number + cell.Unit : cell.Text,
            own).FirstOrDefault(figure => figure.BaseUnit == "元");

    static string Name(ColumnRole role) => role switch
    {
        ColumnRole.MoneyPlanned => "计划",
        ColumnRole.MoneyArrived => "到位",
        ColumnRole.MoneyPaid => "拨付",
        _ => "使用",
    };
}
