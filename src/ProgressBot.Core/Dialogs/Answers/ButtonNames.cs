namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// Names for buttons that can be told apart: the unit where there are several, and item, partner, plan or number where names are the same.
/// </summary>
static class ButtonNames
{
    public static string Of(Turn turn, DraftQuestion question, DraftReading reading)
    {
        var name = Name(turn, reading);
        var same = question.Readings.Where(other => other.ReportId is not null && Name(turn, other) == name).ToList();
        if (same.Count < 2 || Addition(turn, reading, same) is not { Length: > 0 } more) return name;
        return turn.Wording.Text("question.told_apart", ("name", name), ("more", more));
    }

    static string Name(Turn turn, DraftReading reading)
    {
        if (turn.DraftTask(reading.ReportId) is not { } task) return "";
        var name = task.Indicators.FirstOrDefault(indicator => indicator.Id == reading.IndicatorId)?.Name ?? task.Item.Name;
        return DraftFigures.Named(turn, task, name);
    }

    // the first that is different for each of them
    static string? Addition(Turn turn, DraftReading reading, List<DraftReading> same)
    {
        foreach (var part in (Func<DraftReading, string?>[])[Item, Partner, Plan, Number])
            if (same.Select(part).Distinct().Count() == same.Count) return part(reading);
        return same.Select(Number).Distinct().Count() == 1 ? null : Number(reading);

        string? Item(DraftReading one) => turn.DraftTask(one.ReportId)?.Item.Name;
        string? Partner(DraftReading one) => turn.DraftTask(one.ReportId) is { } task ? task.Item.Partner ?? task.Plan.PartnerRegion : null;
        string? Plan(DraftReading one) => turn.DraftTask(one.ReportId)?.Plan.Title;
        string? Number(DraftReading one) =>
            turn.DraftTask(one.ReportId) is { } task ? turn.Wording.Text("question.number", ("number", task.Number)) : null;
    }
}
