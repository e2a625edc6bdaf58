namespace ProgressBot.Core.Figures.Reading;

/// <summary>The grammar of amounts: numbers, their units, and ranges of them. Each rule is the method of the same name.</summary>
/// <remarks>
/// <code>
/// amount  = range | single [ coins ]
/// range   = single ( - | ~ | 至 | 到 ) single        3万元至5万元
///         | quantity ( - | ~ | 至 | 到 ) single      3-5个   5至8万元
/// single  = quantity unit | quantity                 the second with the unit in a label, or with 万 and 亿 alone
/// coins   = [ 零 ] quantity 角 [ quantity 分 ] | quantity 分 | digit        12元5角   三块五
/// </code>
/// Shares in words are read by <see cref="Shares"/>, the unit by <see cref="UnitGrammar"/>.
/// </remarks>
internal sealed class AmountGrammar(Glyphs text, MeasureWords measures)
{
    private const string Tenths = "成";

    private static readonly MeasureWord Piece = new(Surroundings.Piece, Surroundings.Piece, 1, MeasureKind.Count);

    private readonly Labels _labels = new(text, measures);
    private readonly UnitGrammar _units = new(text, measures);

    /// <summary>Shares in words.</summary>
    public Shares Shares { get; } = new(text, measures);

    /// <summary>The amount that begins at a place; null when what is there is no figure.</summary>
    public Amount? Read(int at, Quantity quantity)
    {
        var single = Single(at, quantity);
        return Range(at, quantity, single) ?? (single is { } money ? Coins(money) : null);
    }

    private Amount? Range(int at, Quantity low, Amount? first)
    {
        var end = first is { IsImplied: false } ? first.Value.End : low.End;
        if (text[end] is not ('-' or '~' or '至' or '到') || !Numeral.Begins(text[end + 1]))
            return null;
        if (first is not null && text[end] is '至' or '到' && Surroundings.IsChange(text.Letters, at))
            return null;
        if (NumeralGrammar.Read(text, end + 1) is not { IsBroken: false } high || Single(end + 1, high) is not { } second)
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
        if (measure is { Name: Surroundings.Piece } && !IsMoney(at, quantity, quantity.End + length))
            measure = Piece;
        if (quantity.IsFused && (length <= stopped || measure!.Kind != MeasureKind.People))
            return Of(at, quantity, quantity.End, measures.Find("个")!);
        if (half > 0 && quantity.Scale > 1)
            (half, length) = (0, length - 1);
        if (length > stopped && !IsNoUnit(at, quantity, quantity.End + length, measure!))
            return Of(at, quantity with { Low = quantity.Low + half, High = quantity.High + half }, quantity.End + length, measure!);
        if (stop == Traps.Stop.Name || length > stopped)
            return null;
        return Implied(at, quantity);
    }

    // 花了200块, 三块五; but 广告牌120块
    private bool IsMoney(int at, Quantity quantity, int end) =>
        !Surroundings.IsPieces(text.Letters, at, end)
        && (quantity.Low != decimal.Truncate(quantity.Low)
            || (Coin(end, out var behind) > 0 && (IsLast(behind) || text[behind] is '角' or '毛' or '分'))
            || (quantity.Scale > 1 && !char.IsLetter(text[end])) || Surroundings.SpeaksOfMoney(text.Letters, at, end));

    private bool IsNoUnit(int at, Quantity quantity, int end, MeasureWord measure) =>
        (char.IsAsciiLetter(measure.Name[^1]) && char.IsAsciiLetterOrDigit(text[end]) && !text.IsParted(end))
        || (text[end] == '级' && measure.Name != "个")
        || (measure.Name == "分" && text[at - 1] is '时' or '点' or ':')
        || Traps.IsLine(text, at, end, measure.Name)
        || Traps.IsAddress(text, at, measure.Name)
        || (!quantity.IsArabic && Traps.IsArabicOnly(measure.Name, quantity.End - at));

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
            ? new Amount(at, quantity.End, quantity.Low * label.Scale, quantity.High * label.Scale, label.Scale,
                label.Measure) { IsImplied = label.IsImplied }
            : null;
    }

    private Amount Of(int at, Quantity quantity, int end, MeasureWord measure)
    {
        if (measure.Name == Tenths)
            return Shares.Tenths(at, quantity, end);
        var amount = new Amount(at, end, quantity.Low, quantity.High, quantity.Scale, measure) { IsVague = quantity.IsVague };
        return quantity.Other is { } other
            ? amount with { Low = Math.Min(other, quantity.Low), High = Math.Max(other, quantity.Low), IsAmbiguous = true,
                IsGrouped = quantity.IsGrouped }
            : amount;
    }

    // in whole numbers below ten, as they are said; 12元5角 is one amount of 12.5
    private Amount Coins(Amount money)
    {
        if (money.Measure is not { Kind: MeasureKind.Money, Base: "元" } measure || money.IsImplied || money.IsAmbiguous
            || text.IsParted(money.End))
            return money;
        var (end, coins) = (money.End, 0m);
        if (measure.Factor == 1 && Coin(end, out var behind) is var dimes && text[behind] is '角' or '毛' && dimes > 0)
            (end, coins) = (behind + 1, dimes / 10m);
        if (measure.Factor >= 0.1m && Coin(end, out behind) is var cents && text[behind] == '分' && cents > 0
            && text[behind + 1] is not ('钟' or '之'))
            (end, coins) = (behind + 1, coins + cents / 100m / measure.Factor);
        else if (coins == 0 && text[money.End - 1] is '块' or '元' && Coin(end, out behind) is > 0 and var last && IsLast(behind))
            (end, coins) = (behind, last / 10m);
        return money with { End = end, Low = money.Low + coins, High = money.High + coins };
    }

    // the digit before a coin, behind 零 or not; 0 when there is none
    private int Coin(int at, out int end)
    {
        var start = Numeral.Digit(text[at]) == 0 ? at + 1 : at;
        var value = text.IsParted(start) ? 0 : Numeral.IsArabic(text[start]) ? text[start] - '0' : Numeral.IsFused(text[start]) ? 0
            : Numeral.Digit(text[start]);
        end = start + 1;
        return Math.Max(0, value);
    }

    // 三块五 ends here; 三块5个 does not
    private bool IsLast(int end) => !char.IsLetterOrDigit(text[end]) && text[end] is not ('.' or '%' or '-' or '/' or ':' or '~' or '、');
}
