namespace ProgressBot.Core.Figures.Reading;

/// <summary>The grammar of units of measure. Each rule is the method of the same name.</summary>
/// <remarks>
/// <code>
/// unit     = halved | measure [ currency ] [ ( other ) | per | 次 ] [ 半 ]
/// halved   = ( 个半 | 个多 ) measure              两个半小时   3个多小时
/// currency = measure                             3万元欧元: the second is meant
/// other    = measure                             15台（套）  96人（次）
/// per      = ( / | 每 | 一 ) measure { per }       15万元/亩   2000元每户   6元一斤
/// times    = 次                                  54万亩次    48团次
/// </code>
/// </remarks>
internal sealed class UnitGrammar(Glyphs text, MeasureWords measures)
{
    /// <summary>Length of the unit at a place; 0 when there is none.</summary>
    /// <param name="at">The place.</param>
    /// <param name="measure">The unit.</param>
    /// <param name="half">What 半 adds to the number.</param>
    public int Read(int at, out MeasureWord? measure, out decimal half)
    {
        if (Halved(at, out measure, out half) is > 0 and var halved)
            return halved;
        var length = measures.Tree.LongestAt(text.Letters, at, out measure);
        if (length == 0 || IsElsewhere(at, length) || (measure!.Name == "两" && !IsWeight(at + 1)))
            return 0;
        length += Currency(at + length, ref measure);
        var more = Other(at, length, ref measure) + Per(at + length, ref measure) + Times(at + length, ref measure);
        if (more > 0 || text[at + length] != '半' || !IsHalf(at + length, measure))
            return length + more;
        half = 0.5m;
        return length + 1;
    }

    // 180⏎双河镇: the next line or cell is about something else
    private bool IsElsewhere(int at, int length) =>
        text.IsCell(at) || (length == 1 && text.StartsLine(at) && char.IsLetter(text[at + 1]) && !text.IsParted(at + 1));

    // 三十两黄金, but not 22两会
    private bool IsWeight(int end) => !char.IsLetter(text[end]) || text[end] is '黄' or '白' or '银' or '金' or '茶' or '重' or '以' or '左';

    private int Halved(int at, out MeasureWord? measure, out decimal half)
    {
        (measure, half) = (null, 0);
        if (text[at] != '个' || (text[at + 1] != '半' && !Numeral.IsVague(text[at + 1]))
            || measures.Tree.LongestAt(text.Letters, at + 2, out measure) is not (> 0 and var length) || measure!.Kind != MeasureKind.Duration)
            return 0;
        half = text[at + 1] == '半' ? 0.5m : 0;
        return length + 2;
    }

    // 三天半 wherever it stands; 三家半 where the word ends, for there are 半成品 and 半年
    private bool IsHalf(int at, MeasureWord measure) =>
        measure.Kind is MeasureKind.Duration or MeasureKind.Area or MeasureKind.Weight || !char.IsLetterOrDigit(text[at + 1])
            || text[at + 1] is '的' or '了' or '左' or '以';

    private int Currency(int at, ref MeasureWord measure)
    {
        if (measure is not { Kind: MeasureKind.Money, Base: "元", Factor: 1 }
            || measures.Tree.LongestAt(text.Letters, at, out var other) is not (> 0 and var length)
            || other is not { Kind: MeasureKind.Money, Factor: 1 })
            return 0;
        measure = other;
        return length;
    }

    // of 人（次） attendances are meant, of 台（套） the first
    private int Other(int at, int length, ref MeasureWord measure)
    {
        var open = at + length;
        if (text[open] != '(' || measures.Tree.LongestAt(text.Letters, open + 1, out var other) is not (> 0 and var inner) || text[open + 1 + inner] != ')')
            return 0;
        var meant = measures.Find(measure.Name + other!.Name) ?? measure;
        measure = meant with { Name = text.Original[text.OffsetOf(at)..text.OffsetBehind(open + inner + 2)].Replace(" ", "", StringComparison.Ordinal) };
        return inner + 2;
    }

    private int Per(int at, ref MeasureWord measure)
    {
        var end = at;
        while (text[end] is '/' or '每'
            || (text[end] == '一' && measure.Kind is MeasureKind.Money or MeasureKind.Other && Traps.NameAt(text, end, out _) == 0))
        {
            if (Traps.PerAt(text.Letters, end + 1) is not (> 0 and var length) || text.IsParted(end))
                break;
            var per = "/" + text.Letters.Slice(end + 1, length).ToString();
            measure = new MeasureWord(measure.Name + per, measure.Base + per, measure.Factor, MeasureKind.Other);
            end += length + 1;
        }
        return end - at;
    }

    private int Times(int at, ref MeasureWord measure)
    {
        if (text[at] != '次' || measure.Kind is not (MeasureKind.Count or MeasureKind.People or MeasureKind.Area)
            || Traps.WordAt(text.Letters, at, false, out _) > 0)
            return 0;
        measure = new MeasureWord(measure.Name + "次", measure.Base + "次", measure.Factor, MeasureKind.Occasions);
        return 1;
    }
}
