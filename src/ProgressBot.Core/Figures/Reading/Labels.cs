namespace ProgressBot.Core.Figures.Reading;

/// <summary>Units that stand apart from their number: in brackets before or behind it, in a label, or for the whole text.</summary>
internal sealed class Labels
{
    // "单位：万元" holds for numbers that could not be a year or an item number
    private const int LongestUnit = 6;
    private const string Heading = "单位:";

    private readonly Glyphs _text;
    private readonly MeasureWords _measures;
    private readonly LabelledUnit? _common;
    private readonly int _commonFrom;
    private readonly List<(int End, LabelledUnit Unit)> _headings = [];

    public Labels(Glyphs text, MeasureWords measures)
    {
        (_text, _measures) = (text, measures);
        FindHeadings();
        var heading = text.Letters.IndexOf(Heading, StringComparison.Ordinal);
        if (heading < 0 || Unit(heading + Heading.Length) is not { } unit)
            return;
        (_common, _commonFrom) = (unit.Unit, unit.End);
    }

    /// <summary>The unit of a number between two places that has none behind it; null when nothing says one.</summary>
    public LabelledUnit? UnitOf(int start, int end)
    {
        if (Headed(start, end) is { } headed)
            return headed;
        var label = start;
        while (_text[label - 1] is ':' or '=' or '为' or '是' or '约' or '达' or '共' or '|')
            label--;
        if (Beside(start, label) is { } beside)
            return beside;
        if (_text[label - 1] == ')' && Bracketed(label - 1) is { } before)
            return before;
        if (_text[end] == '(' && Unit(end + 1) is { } behind && _text[behind.End] == ')')
            return behind.Unit;
        if (IsLetter(end))
            return null;
        if (Surroundings.LabelUnit(_text.Letters, label) is { } named)
            return new LabelledUnit(1, _measures.Find(named)!);
        if (_text[start - 1] == ':' && _headings.FindLast(heading => heading.End <= start) is { End: > 0 } above)
            return above.Unit;
        return start >= _commonFrom && end - start >= 2 && !IsYear(start, end) ? _common : null;
    }

    // 消费帮扶（万元）⏎本月：5.2⏎累计：41.7: a line that ends in a unit in brackets and has no number
    private void FindHeadings()
    {
        var (start, hasNumber) = (0, false);
        for (var at = 1; at <= _text.Length; at++)
        {
            hasNumber |= Numeral.IsArabic(_text[at - 1]);
            if (at < _text.Length && !_text.StartsLine(at))
                continue;
            if (!hasNumber && start + 2 < at && at < _text.Length && _text[at - 1] == ')' && Bracketed(at - 1) is { } unit)
                _headings.Add((at, unit));
            (start, hasNumber) = (at, false);
        }
    }

    // the unit in its line of a pasted table, or in brackets above
    private LabelledUnit? Headed(int start, int end)
    {
        if (_text.Tables.At(_text.OffsetOf(start)) is not { } cell || cell.Start != _text.OffsetOf(start) || cell.End != _text.OffsetBehind(end))
            return null;
        if (cell.Column is "序号" or "编号")
            return null;
        return Whole(cell.Unit) ?? Whole(InBrackets(cell.Column)) ?? Whole(InBrackets(cell.Row));
    }

    // 援建资金 | 万元 | 585: the cell before says nothing but a unit
    private LabelledUnit? Beside(int start, int end)
    {
        if (!_text.IsParted(start) && _text[start - 1] != '|')
            return null;
        for (var at = end - 1; at >= 0 && at >= end - LongestUnit; at--)
            if (_text.IsParted(at) || _text[at - 1] == '|')
                return Unit(at) is { } unit && unit.End == end ? unit.Unit : null;
        return null;
    }

    private static string InBrackets(string heading) =>
        heading.Length > 0 && heading[^1] is ')' or '）'
            && heading.LastIndexOfAny(['(', '（']) is >= 0 and var open ? heading[(open + 1)..^1] : "";

    private LabelledUnit? Whole(string unit)
    {
        if (unit.Length == 0)
            return null;
        var scale = (decimal)Math.Max(1, Numeral.Scale(unit[0]));
        return _measures.Find(scale > 1 ? unit[1..] : unit) is { } measure ? new LabelledUnit(scale, measure) : null;
    }

    private LabelledUnit? Bracketed(int closing)
    {
        for (var opening = closing - 1; opening >= 0 && opening >= closing - LongestUnit - Heading.Length; opening--)
            if (_text[opening] == '(')
                return Inside(opening + 1, closing);
        return null;
    }

    private LabelledUnit? Inside(int start, int closing)
    {
        if (_text.Letters[start..].StartsWith(Heading))
            start += Heading.Length;
        return Unit(start) is { } unit && unit.End == closing ? unit.Unit : null;
    }

    private (LabelledUnit Unit, int End)? Unit(int at)
    {
        var scale = (decimal)Math.Max(1, Numeral.Scale(_text[at]));
        var start = scale > 1 ? at + 1 : at;
        var length = _measures.Tree.LongestAt(_text.Letters, start, out var measure);
        if (length > 0)
            return (new LabelledUnit(scale, measure!), start + length);
        return scale > 1 && !IsLetter(start) ? (Scaled(at, scale), start) : null;
    }

    // 发行规模（亿）: what is counted is said by the words before the bracket
    private LabelledUnit Scaled(int at, decimal scale)
    {
        var open = _text[at - 1] == '(' ? at - 1 : at;
        return new LabelledUnit(scale, _measures.Find(Surroundings.Counted(_text.Letters, open, at + 1))!) { IsImplied = true };
    }

    private bool IsLetter(int at) => char.IsLetterOrDigit(_text[at]) && !_text.IsParted(at);

    private bool IsYear(int start, int end) => end - start == 4 && _text[start] is '1' or '2' && _text[start + 1] is '9' or '0';
}

/// <summary>A unit in a label.</summary>
/// <param name="Scale">10⁴ or 10⁸ for 万 and 亿; 1 without.</param>
/// <param name="Measure">The unit.</param>
internal readonly record struct LabelledUnit(decimal Scale, MeasureWord Measure)
{
    /// <summary>Only 万 or 亿 was written.</summary>
    public bool IsImplied { get; init; }
}
