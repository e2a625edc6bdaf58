using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Somebody who reports for several units names them: what stands behind a unit's name, up to the next name, is about that unit.</summary>
static class UnitSegments
{
    public static ReplyReading Read(string text, List<SoughtTask> sought, ReplyContext context, MeasureWords measures)
    {
        var cuts = Cuts(text, sought);
        return cuts.Count == 0 ? ReplyReader.Read(text, sought.ConvertAll(pair => pair.Sought), context, measures) : Read(text, cuts, sought, context, measures);
    }

    static ReplyReading Read(string text, List<(int Start, int Unit)> cuts, List<SoughtTask> sought, ReplyContext context, MeasureWords measures)
    {
        var readings = cuts.Select((cut, index) => Read(text, cut, index + 1 < cuts.Count ? cuts[index + 1].Start : text.Length, sought, context, measures));
        return readings.Aggregate((all, more) =>
            new ReplyReading([.. all.Matched, .. more.Matched], [.. all.Doubts, .. more.Doubts], [.. all.Unmatched, .. more.Unmatched],
            [.. all.Nothing, .. more.Nothing])
        {
            Unchanged = [.. all.Unchanged, .. more.Unchanged],
            RestUnchanged = all.RestUnchanged || more.RestUnchanged,
        });
    }

    static ReplyReading Read(string text, (int Start, int Unit) cut, int end, List<SoughtTask> sought, ReplyContext context, MeasureWords measures)
    {
        var own = sought.Where(pair => pair.Task.Unit.Id == cut.Unit).Select(pair => pair.Sought).ToList();
        var reading = ReplyReader.Read(text[cut.Start..end], own, context, measures);
        FoundFigure Shift(FoundFigure figure) => figure with { Start = figure.Start + cut.Start, End = figure.End + cut.Start };
        return reading with
        {
            Matched = [.. reading.Matched.Select(match => match with { Figure = Shift(match.Figure) })],
            Doubts = [.. reading.Doubts.Select(doubt => doubt with { Figure = Shift(doubt.Figure) })],
            Unmatched = [.. reading.Unmatched.Select(Shift)],
        };
    }

    static List<(int Start, int Unit)> Cuts(string text, List<SoughtTask> sought)
    {
        if (sought.TrueForAll(pair => pair.Task.Unit.Id == sought[0].Task.Unit.Id)) return [];
        var units = sought.Select(pair => pair.Task.Unit).DistinctBy(unit => unit.Id).ToList();
        return [.. units.SelectMany(unit =>
            UnitNames.Of(unit).Select(name => (Start: text.IndexOf(name, StringComparison.Ordinal), Unit: unit.Id)))
            .Where(cut => cut.Start >= 0)
            .OrderBy(cut => cut.Start)];
    }
}
