using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Somebody who reports for several units names them: what stands behind a unit's name, up to the next name, is about that unit.</summary>
static class UnitSegments
{
    public static ReplyReading Read(string text, IReadOnlyList<SoughtTask> sought, ReplyContext context, MeasureWords measures)
    {
        var cuts = Cuts(text, sought);
        if (cuts.Count == 0) return ReplyReader.Read(text, [.. sought.Select(pair => pair.Sought)], context, measures);
        var readings = cuts.Select((cut, index) => Read(text, cut, index + 1 < cuts.Count ? cuts[index + 1].Start : text.Length, sought, context, measures));
        return readings.Aggregate((all, more) => new ReplyReading([.. all.Matched, .. more.Matched], [.. all.Doubts, .. more.Doubts], [.. all.Unmatched, .. more.Unmatched], [.. all.Nothing, .. more.Nothing]));
    }

    static ReplyReading Read(string text, (int Start, int Unit) cut, int end, IReadOnlyList<SoughtTask> sought, ReplyContext context, MeasureWords measures)
    {
        var own = sought.Where(pair => pair.Task.Unit.Id == cut.Unit).Select(pair => pair.Sought).ToList();
        var reading = ReplyReader.Read(text[cut.Start..end], own, context, measures);
        return reading with { Matched = [.. reading.Matched.Select(match => match with { Figure = match.Figure with { Start = match.Figure.Start + cut.Start, End = match.Figure.End + cut.Start } })] };
    }

    static List<(int Start, int Unit)> Cuts(string text, IReadOnlyList<SoughtTask> sought)
    {
        var units = sought.Select(pair => pair.Task.Unit).DistinctBy(unit => unit.Id).ToList();
        if (units.Count < 2) return [];
        return [.. units.SelectMany(unit => unit.Aliases.Append(unit.Name).Select(name => (Start: text.IndexOf(name, StringComparison.Ordinal), Unit: unit.Id)))
            .Where(cut => cut.Start >= 0)
            .OrderBy(cut => cut.Start)];
    }
}
