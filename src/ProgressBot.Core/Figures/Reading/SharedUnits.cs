namespace ProgressBot.Core.Figures.Reading;

/// <summary>Knows where commas part the numbers of a list that has its unit at the end: 分别培训12、15和8期，分别为20，300，450万元; $20，300美元.</summary>
internal sealed class SharedUnits(Glyphs text, MeasureWords measures)
{
    // a list is no longer than this many characters
    private const int Reach = 60;

    private bool _areCommasParting;

    /// <summary>True from 分别 to the end of the sentence.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes notice of one character of the text.</summary>
    public void Pass(int at)
    {
        if (text[at] is '。' or ';' or '!' or '?' || text.StartsLine(at))
            IsOpen = false;
        if (!Surroundings.OpensList(text.Letters, at))
            return;
        (IsOpen, _areCommasParting) = (true, !HasOtherMark(at));
    }

    /// <summary>True when a comma behind the digits at a place begins the next number.</summary>
    public bool HasCommas(int at) =>
        Numeral.IsArabic(text[at]) && ((IsOpen && _areCommasParting) || (text[at - 1] is '$' or '¥' or '€' or '£' && IsPricedTwice(at)));

    // 分别为1,200、2,300万元: another mark parts the numbers
    private bool HasOtherMark(int at)
    {
        for (var end = Math.Min(text.Length, at + Reach); at < end && text[at] is not ('。' or ';' or '!' or '?'); at++)
            if (text[at] is '、' or '和' or '与' or '及')
                return true;
        return false;
    }

    // the sign before the first number and the currency behind the last
    private bool IsPricedTwice(int at)
    {
        var end = at;
        while (end < at + Reach && (Numeral.IsArabic(text[end]) || text.IsWideComma(end)))
            end++;
        return measures.Tree.LongestAt(text.Letters, end, out var measure) > 0 && measure!.Kind == MeasureKind.Money;
    }
}
