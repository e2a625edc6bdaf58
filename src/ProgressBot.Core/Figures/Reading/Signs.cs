namespace ProgressBot.Core.Figures.Reading;

/// <summary>Tells a minus sign before a number (-5人次, 较上月-3.4%) from dashes, ranges and the marks of a list.</summary>
/// <remarks>Behind a word for growth (增长-2.3%) the sign says the direction, as 下降 does.</remarks>
internal sealed class Signs(Glyphs text)
{
    private bool? _hasBullets;

    /// <summary>What stands before the number at a place.</summary>
    /// <param name="at">Place of the first numeral.</param>
    /// <param name="last">Offset behind the figure before; 0 without one.</param>
    public Sign Before(int at, int last)
    {
        if (!text.IsMinus(at - 1) || text.IsParted(at) || !Numeral.IsArabic(text[at]))
            return Sign.None;
        if (text.StartsLine(at - 1))
            return HasBullets() ? Sign.None : Sign.Minus;
        if (!IsBehindWord(at - 2) || (last > 0 && text.OffsetOf(at - 1) <= last))
            return Sign.None;
        return Surroundings.IsGrowth(text.Letters, at - 1) ? Sign.Down : Sign.Minus;
    }

    // no digit, letter of a name, unit or date ends right before the sign
    private bool IsBehindWord(int at)
    {
        if (text.IsParted(at + 1))
            return text[at] is not ('-' or '~');
        return text[at] is ':' or ',' or '。' or ';' or '(' or '、' or '='
            || (text[at] > '\x7F' && char.IsLetter(text[at]) && !IsNumbered(at));
    }

    // 1月-9月, 第三期-5
    private bool IsNumbered(int at) =>
        IsNumeral(text[at]) || (text[at] is '年' or '月' or '日' or '号' or '时' or '点' or '期' or '批' or '栋' or '室' && IsNumeral(text[at - 1]));

    private static bool IsNumeral(char letter) => Numeral.Begins(letter) && letter != '半';

    // several lines that begin with a dash are a list
    private bool HasBullets()
    {
        if (_hasBullets is { } known)
            return known;
        var bullets = 0;
        for (var at = 0; at < text.Length && bullets < 2; at++)
            bullets += text[at] == '-' && text.StartsLine(at) ? 1 : 0;
        return (_hasBullets = bullets > 1).Value;
    }
}

/// <summary>A minus sign before a number.</summary>
internal enum Sign
{
    /// <summary>There is none, or it is a dash.</summary>
    None,

    /// <summary>The value is below nothing.</summary>
    Minus,

    /// <summary>It tells the direction of a change.</summary>
    Down,
}
