using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The figures of a draft as they would count, in the order of the tasks.</summary>
static class DraftFigures
{
    public static List<FigureLine> Of(Turn turn)
    {
        var figures = new List<FigureLine>();
        foreach (var task in turn.DraftTasks)
            foreach (var indicator in task.Indicators)
                foreach (var draft in turn.Draft.Figures)
                    if (draft.ReportId == task.Report.Id && draft.IndicatorId == indicator.Id) figures.Add(new FigureLine(task, indicator, draft, task.Before(indicator) ?? 0));
        return figures;
    }

    public static int CountEvidence(ReportDraft draft, ReportTask task)
    {
        var count = 0;
        foreach (var piece in draft.Evidence)
            if (piece.ReportId == task.Report.Id) count++;
        return count;
    }

    /// <summary>With the names of unit and round where the draft may be about several.</summary>
    public static string Named(Turn turn, ReportTask task, string name)
    {
        var ofUnit = turn.SeveralUnits ? $"{task.Unit.Name} {name}" : name;
        return turn.SeveralRounds ? turn.Wording.Text("format.in_round", ("name", ofUnit), ("round", turn.Phrasing.Round(task.Round))) : ofUnit;
    }
}

/// <summary>One figure of a draft with what it comes to.</summary>
/// <param name="Before">The running total before this round.</param>
sealed record FigureLine(ReportTask Task, Indicator Indicator, DraftFigure Draft, decimal Before)
{
    public Figure Figure { get; } = Draft.ToFigure(Before);
    public decimal Share => Indicator.Target == 0 ? 1 : Figure.Total / Indicator.Target;

    /// <summary>达标 is said only of a plain number that reaches the target; of a ceiling never before the end.</summary>
    public bool IsMet => Figure.IsExact && Indicator.Comparator is not (Comparator.AtMost or Comparator.LessThan) && Share <= 1 && Indicator.IsMetBy(Figure.Total);

    // both are said twice, in words and in the table
    public string Increment => field ??= Phrasing.WithSign(Figure.Increment, Indicator);
    public string Total => field ??= Phrasing.Amount(Figure.Total, Indicator);
}
