namespace ProgressBot.Core.Figures.Reading;

/// <summary>Strings with digits that are names, not numbers: links, model names, dates, telephone numbers, list marks.</summary>
internal sealed class Names
{
    private readonly Glyphs _text;
    private HashSet<int>? _marks;
    private int _checkedUntil;

    public Names(Glyphs text)
    {
        _text = text;
        FindMarks();
    }

    /// <summary>Place behind the link or address that begins at a letter; the same place when there is none.</summary>
    public int SkipLink(int at)
    {
        if (at < _checkedUntil || !char.IsAsciiLetter(_text[at]))
            return at;
        var (end, isLink) = (at + 1, false);
        for (; IsInLink(_text[end]) && !_text.IsParted(end); end++)
            isLink |= _text[end] == '@' || (_text[end] == '/' && _text[end - 1] == '/') || (_text[end] == '.' && char.IsAsciiLetter(_text[end + 1]) && char.IsAsciiLetterOrDigit(_text[end - 1]));
        _checkedUntil = end;
        return isLink ? end : at;
    }

    /// <summary>Place behind the digits at a place that are part of a name, a date or a list mark; the same place for a number.</summary>
    public int SkipDigits(int at)
    {
        if (IsModel(at))
            return ArabicGrammar.SkipDigits(_text, at);
        var end = ArabicGrammar.SkipDigits(_text, at);
        if (IsMark(at, end))
            return end + 1;
        var chain = Chain(end);
        if (chain.Links >= 2 && _text[end] == ':' && ArabicGrammar.SkipDigits(_text, end + 1) is var decimals && _text[decimals] == '.')
            return end + 1;
        if (chain.Links >= 2 && !chain.IsRange)
            return chain.IsDotted && _text.StartsLine(at) && end - at <= 2 ? end + 1 : chain.End;
        return chain.Links == 1 && (_text[end] == '/' || IsClock(at, end)) ? chain.End : at;
    }

    // G20, A4, K15+200; but GDP120亿元 is a number behind a word
    private bool IsModel(int at)
    {
        if (_text[at - 1] == '+' && Numeral.IsArabic(_text[at - 2]))
            return true;
        var start = at;
        while (start > at - 3 && char.IsAsciiLetter(_text[start - 1]) && !_text.IsParted(start))
            start--;
        return start < at && (at - start < 3 || !char.IsAsciiLetterUpper(_text[at - 1]));
    }

    private bool IsMark(int at, int end) =>
        _text[end] == '.' && _text.StartsLine(at) && end - at <= 2 && (_text.IsParted(end + 1) || _marks?.Contains(at) == true);

    // 2022.9.30, 2022-09-30, 9/30, 0571-8888-1234, 9:30; but 1.5-2.0 is a range
    private (int Links, int End, bool IsDotted, bool IsRange) Chain(int end)
    {
        var (links, dotted, dots, ranges, isRange) = (0, true, 0, 0, true);
        while (_text[end] is '.' or '-' or '/' or ':' && Numeral.IsArabic(_text[end + 1]) && !_text.IsParted(end + 1))
        {
            dotted &= _text[end] == '.';
            (dots, ranges) = _text[end] switch { '.' => (dots + 1, ranges), '-' => (0, ranges + 1), _ => (2, ranges) };
            isRange &= dots < 2;
            links++;
            end = ArabicGrammar.SkipDigits(_text, end + 1);
        }
        return (links, end, dotted, isRange && ranges == 1);
    }

    private bool IsClock(int at, int end) =>
        _text[end] == ':' && end - at <= 2 && !Numeral.IsArabic(_text[end + 3]) && (_text[at - 1] is '午' or '晚' or '早' or '日' or '号' or '间');

    // lines that begin with 1. 2. 3. in a row
    private void FindMarks()
    {
        var (expected, first) = (1, -1);
        for (var at = 0; at < _text.Length; at++)
        {
            if (!_text.StartsLine(at) || _text[at] != '0' + expected || _text[at + 1] is not '.')
                continue;
            if (expected == 1)
                first = at;
            else
                (_marks ??= []).UnionWith([first, at]);
            if (++expected > 9)
                break;
        }
    }

    private static bool IsInLink(char letter) => letter is > ' ' and < '\x7f' and not (',' or ';' or '(' or ')' or '"' or '<' or '>');
}
