namespace ProgressBot.Core.Figures.Reading;

/// <summary>The grammar of amounts: numbers, their units, and ranges of them. Each rule is the method of the same name.</summary>
/// <remarks>
/// <code>
/// amount  = range | percent | single
/// range   = single ( - | ~ | 至 | 到 ) single        3万元至5万元
///         | quantity ( - | ~ | 至 | 到 ) single      3-5个   5至8万元
/// percent = ( 百 | 千 | 万 ) 分之 quantity             百分之三十
/// single  = quantity unit | quantity                 the second with the unit in a label, or with 万 and 亿 alone
/// </code>
/// The unit is read by <see cref="UnitGrammar"/>.
/// </remarks>
internal sealed class AmountGrammar(Glyphs text, MeasureWords measures)
{
    private const string Tenths = "成";

    private readonly Labels _labels = new(text, measures);
    private readonly UnitGrammar _units = new(text, measures);

    /// <summary>The amount that begins at a place; null when what is there is no figure.</summary>
    public Amount? Read(int at, Quantity quantity)
    {
        var single = Single(at, quantity);
        return Range(at, quantity, single) ?? single;
    }

    /// <summary>百分之三十 at a place; null for anything else.</summary>
    public Amount? Percent(int at)
    {
        var share = text[at] switch { '百' => 1m, '千' => 0.1m, '万' => 0.01m, _ => 0 };
        if (share == 0 || text[at + 1] != '分' || text[at + 2] != '之')
            return null;
        var percent = measures.Find("%")!;
        if (NumeralGrammar.Read(text, at + 3) is { } quantity)
            return new Amount(at, quantity.End, quantity.Low * share, quantity.High * share, 1, percent) { IsVague = quantity.IsVague };
        return null;
    }

    private Amount? Range(int at, Quantity low, Amount? first)
    {
        var end = first is { IsImplied: false } ? first.Value.End : low.End;
        if (text[end] is not ('-' or '~' or '至' or '到') || !Numeral.Begins(text[end + 1]))
            return null;
        if (first is not null && text[end] is '至' or '到' && Surroundings.IsChange(text.Letters, at))
            return null;
        if (NumeralGrammar.Read(text, end + 1) is not { } high || Single(end + 1, high) is not { } second)
            return null;
        if (first is { IsImplied: false } whole)
            return whole.Measure.Base == second.Measure.Base && whole.Low < second.High ? whole with { End = second.End, High = second.High } : null;
        var start = low.Scale == 1 && low.Low < second.Low / second.Scale ? low.Low * second.Scale : low.Low;
        return start < second.High ? second with { Start = at, Low = start } : null;
    }

    private Amount? Single(int at, Quantity quantity)
    {
        if (quantity.IsBare && !quantity.IsVague && !Surroundings.IsQuantified(text.Letters, at))
            return null;
        var stopped = Traps.WordAt(text.Letters, quantity.End, quantity.IsBare || Surroundings.IsExceeding(text.Letters, at), out var stop);
        if (text.BreaksWithin(quantity.End, stopped))
            (stopped, stop) = (0, Traps.Stop.None);
        var length = _units.Read(quantity.End, out var measure, out var half);
        if (quantity.IsFused && (length <= stopped || measure!.Kind != MeasureKind.People))
            return Of(at, quantity, quantity.End, measures.Find("个")!);
        if (length > stopped && !IsNoUnit(at, quantity, quantity.End + length, measure!))
            return Of(at, quantity with { Low = quantity.Low + half, High = quantity.High + half }, quantity.End + length, measure!);
        if (stop == Traps.Stop.Name || length > stopped)
            return null;
        return Implied(at, quantity);
    }

    private bool IsNoUnit(int at, Quantity quantity, int end, MeasureWord measure) =>
        (char.IsAsciiLetter(measure.Name[^1]) && char.IsAsciiLetterOrDigit(text[end]) && !text.IsParted(end))
        || (text[end] == '级' && measure.Name != "个")
        || (measure.Name == "分" && text[at - 1] is '时' or '点' or ':')
        || Traps.IsLine(text, at, end, measure.Name)
        || Traps.IsAddress(text, at, measure.Name)
        || (!quantity.IsArabic && Traps.IsArabicOnly(measure.Name));

    // 万 or 亿 alone, or the unit in a label, a header or a sign
    private Amount? Implied(int at, Quantity quantity)
    {
        if (Surroundings.Currency(text.Letters, at) is { } currency)
            return Of(at, quantity, quantity.End, measures.Find(currency)!);
        if (quantity.Scale > 1)
        {
            if (quantity.IsBare && !quantity.IsVague)
                return null;
            var counted = quantity.HasGe ? "元" : Surroundings.Counted(text.Letters, at, quantity.End);
            return Of(at, quantity, quantity.End, measures.Find(counted)!) with { IsImplied = true };
        }
        return quantity.IsArabic && _labels.UnitOf(at, quantity.End) is { } label
            ? new Amount(at, quantity.End, quantity.Low * label.Scale, quantity.High * label.Scale, label.Scale, label.Measure)
            : null;
    }

    private Amount Of(int at, Quantity quantity, int end, MeasureWord measure)
    {
        if (measure.Name == Tenths)
            return Share(at, quantity, end);
        return new Amount(at, end, quantity.Low, quantity.High, quantity.Scale, measure) { IsVague = quantity.IsVague };
    }

    // 七成 is 70 %, 六成五 65 %
    private Amount Share(int at, Quantity quantity, int end)
    {
        var ones = text[end] == '半' ? 5 : Numeral.Digit(text[end]) > 0 && measures.Tree.LongestAt(text.Letters, end + 1) == 0 ? Numeral.Digit(text[end]) : 0;
        return new Amount(at, ones > 0 ? end + 1 : end, quantity.Low * 10 + ones, quantity.High * 10 + ones, 1, measures.Find("%")!) { IsVague = quantity.IsVague };
    }
}
