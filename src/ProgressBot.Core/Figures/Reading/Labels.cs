namespace ProgressBot.Core.Figures.Reading;

/// <summary>Units that stand apart from their number: in brackets before or behind it, in a label, or for the whole text.</summary>
internal sealed class Labels
{
    // "单位：万元" holds for numbers that could not be a year or an item number
    private const int LongestUnit = 6;
    private const string Heading = "单位:";

    private readonly Glyphs _text;
    private readonly MeasureWords _measures;
    private readonly (decimal Scale, MeasureWord Measure)? _common;
    private readonly int _commonFrom;

    public Labels(Glyphs text, MeasureWords measures)
    {
        (_text, _measures) = (text, measures);
        var heading = text.Letters.IndexOf(Heading, StringComparison.Ordinal);
        if (heading < 0 || Unit(heading + Heading.Length) is not { } unit)
            return;
        (_common, _commonFrom) = ((unit.Scale, unit.Measure), unit.End);
    }

    /// <summary>The unit of a number between two places that has none behind it; null when nothing says one.</summary>
    public (decimal Scale, MeasureWord Measure)? UnitOf(int start, int end)
    {
        var label = start;
        while (_text[label - 1] is ':' or '=' or '为' or '是' or '约' or '达' or '共' or '|')
            label--;
        if (_text[label - 1] == ')' && Bracketed(label - 1) is { } before)
            return before;
        if (_text[end] == '(' && Unit(end + 1) is { } behind && _text[behind.End] == ')')
            return (behind.Scale, behind.Measure);
        if (IsLetter(end))
            return null;
        if (Surroundings.LabelUnit(_text.Letters, label) is { } named)
            return (1, _measures.Find(named)!);
        return start >= _commonFrom && end - start >= 2 && !IsYear(start, end) ? _common : null;
    }

    private (decimal Scale, MeasureWord Measure)? Bracketed(int closing)
    {
        for (var opening = closing - 1; opening >= 0 && opening >= closing - LongestUnit - Heading.Length; opening--)
            if (_text[opening] == '(')
                return Inside(opening + 1, closing);
        return null;
    }

    private (decimal Scale, MeasureWord Measure)? Inside(int start, int closing)
    {
        if (_text.Letters[start..].StartsWith(Heading))
            start += Heading.Length;
        return Unit(start) is { } unit && unit.End == closing ? (unit.Scale, unit.Measure) : null;
    }

    private (decimal Scale, MeasureWord Measure, int End)? Unit(int at)
    {
        var scale = (decimal)Math.Max(1, Numeral.Scale(_text[at]));
        var start = scale > 1 ? at + 1 : at;
        var length = _measures.Tree.LongestAt(_text.Letters, start, out var measure);
        return length > 0 ? (scale, measure!, start + length) : null;
    }

    private bool IsLetter(int at) => char.IsLetterOrDigit(_text[at]) && !_text.IsParted(at);

    private bool IsYear(int start, int end) => end - start == 4 && _text[start] is '1' or '2' && _text[start + 1] is '9' or '0';
}
