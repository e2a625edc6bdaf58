namespace ProgressBot.Core.Figures.Reading;

/// <summary>One pass over a text, from left to right.</summary>
internal sealed class FigureScan(Glyphs text, MeasureWords measures)
{
    private readonly List<FoundFigure> _found = [];

    public IReadOnlyList<FoundFigure> Run()
    {
        for (var at = 0; at < text.Length;)
            at = Numeral.Begins(text[at]) ? Number(at) : at + 1;
        return _found;
    }

    private int Number(int at)
    {
        if (NumeralGrammar.Read(text, at) is not { } quantity)
            return Math.Max(at + 1, NumeralGrammar.SkipDigits(text, at));
        var length = measures.Tree.LongestAt(text.Letters, quantity.End, out var measure);
        if (length == 0 || quantity.IsBare)
            return Math.Max(at + 1, quantity.End);
        var end = quantity.End + length;
        _found.Add(Figure(at, end, quantity, measure!));
        return end;
    }

    private FoundFigure Figure(int at, int end, Quantity quantity, MeasureWord measure)
    {
        var (start, stop) = (text.OffsetOf(at), text.OffsetBehind(end));
        var value = quantity.Low / quantity.Scale;
        return new FoundFigure(text.Original[start..stop], start, stop, value, ScaleName(quantity.Scale) + measure.Name,
            quantity.Low * measure.Factor, measure.Base);
    }

    private static string ScaleName(decimal scale) => scale switch { 1 => "", 10_000 => "万", 100_000_000 => "亿", _ => "万亿" };
}
