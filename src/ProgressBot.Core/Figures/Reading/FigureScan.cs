using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>One pass over a text, from left to right, that never goes back.</summary>
/// <param name="text">The text.</param>
/// <param name="measures">The units it may use.</param>
/// <param name="isReply">Also what only a question can settle: numbers without a unit that stand alone (到位资金8, with an empty unit),
/// fractions, numerals with two readings.</param>
internal sealed class FigureScan(Glyphs text, MeasureWords measures, bool isReply = false)
{
    private static readonly MeasureWord NoMeasure = new("", "", 1, MeasureKind.Count);

    private readonly List<FoundFigure> _found = [];
    private readonly List<(int Start, Quantity Number)> _waiting = [];
    private readonly AmountGrammar _amounts = new(text, measures);
    private readonly Names _names = new(text);
    private readonly Parts _parts = new();
    private readonly SharedUnits _lists = new(text, measures);
    private readonly Signs _signs = new(text);

    public IReadOnlyList<FoundFigure> Run()
    {
        var keptUntil = 0;
        for (var at = 0; at < text.Length;)
        {
            _parts.Pass(text, at, _found.Count);
            _lists.Pass(at);
            var name = at < keptUntil ? 0 : Traps.NameAt(text, at, out var keep) is var length && keep ? Keep(at, length) : length;
            at = name > 0 ? at + name : Step(at);
        }
        return _found;

        int Keep(int at, int length)
        {
            keptUntil = at + length;
            return 0;
        }
    }

    private int Step(int at)
    {
        if (Numeral.Begins(text[at]))
            return Number(at);
        return Math.Max(at + 1, _names.SkipLink(at));
    }

    private int Number(int at)
    {
        if (Numeral.IsArabic(text[at]) && _names.SkipDigits(at) is var behind && behind > at)
            return behind;
        if (Traps.IsPaired(text, at))
            return at + 4;
        if (_amounts.Shares.Percent(at) is { } percent)
            return Add(percent);
        if (NumeralGrammar.Read(text, at, _lists.HasCommas(at)) is not { } number)
            return Math.Max(at + 1, ArabicGrammar.SkipDigits(text, at));
        if (number.IsBroken)
            return number.End;
        if (Surroundings.IsOrdinal(text.Letters, at))
            return SkipOrdinal(number.End);
        return IsNoCount(at, number) ? number.End : Amount(at, number);
    }

    private int Amount(int at, Quantity number)
    {
        if (isReply && _amounts.Shares.Fraction(at, number) is { } fraction)
            return Add(fraction);
        if (_amounts.Shares.SkipFraction(number.End) is var behind && behind > number.End)
            return behind;
        if (_amounts.Read(at, number) is not { } amount)
            return Wait(at, number);
        if (IsMarkedItem(amount) is > 0 and var item)
            return item;
        if (amount is { IsAmbiguous: true, IsGrouped: true } && !isReply)
            amount = amount with { Low = amount.High, IsAmbiguous = false };
        if (IsSection(amount) || (amount.IsAmbiguous && !isReply))
            return amount.End;
        AddWaiting(amount);
        return Add(amount);
    }

    private int Add(Amount amount)
    {
        var before = _signs.Before(amount.Start, _found.Count == 0 ? 0 : _found[^1].End);
        var sign = before == Sign.Minus && amount.High == amount.Low ? -1 : 1;
        var (start, end) = (text.OffsetOf(sign < 0 ? amount.Start - 1 : amount.Start), text.OffsetBehind(amount.End));
        var factor = amount.Measure.Factor * sign;
        var hedge = Surroundings.Hedge(text.Letters, amount.Start, amount.End);
        _found.Add(new FoundFigure(text.Original[start..end], start, end, amount.Value * sign, amount.Unit, amount.Low * factor,
            amount.Measure.Base)
        {
            Max = amount.Max,
            NormalizedMax = amount.High == amount.Low ? null : amount.High * factor,
            Comparator = hedge == Comparator.None && amount.IsVague ? Comparator.MoreThan : hedge,
            Direction = before == Sign.None ? Surroundings.Turn(text.Letters, amount.Start) ?? Continued(amount) : before == Sign.Down
                ? Direction.Down : null,
            PartOf = _parts.SumOf(_found, amount.Start, amount.Low * factor, amount.Measure),
            IsImplied = amount.IsImplied,
            IsAmbiguous = amount.IsAmbiguous,
        });
        return Math.Max(amount.End, amount.Start + 1);
    }

    // 分别增长3.9%和5.7%: the second grows as well
    private Direction? Continued(Amount amount)
    {
        var joined = text[amount.Start - 1] is '和' or '、' && _found.Count > 0 && text.OffsetBehind(amount.Start - 1) == _found[^1].End;
        return joined && _found[^1].BaseUnit == amount.Measure.Base ? _found[^1].Direction : null;
    }

    private bool IsNoCount(int at, Quantity number) =>
        (text[at] == '一' && number.End == at + 1 && Surroundings.IsNoCount(text.Letters, at))
        || (!number.IsArabic && number.Low >= 10 && Numeral.Digit(text[at]) < 0 && Surroundings.IsUncountable(text.Letters, at));

    // 第3、4批: every number of the list is a place in a row
    private int SkipOrdinal(int end)
    {
        while (text[end] is '、' or '-' or '~' or '至' or '到' or '和' && NumeralGrammar.Read(text, end + 1) is { } next
            && (text[end] != '和' || measures.Tree.LongestAt(text.Letters, next.End) == 0))
            end = next.End;
        return end + (Traps.WordAt(text.Letters, end, false, out _) > 0 ? 0 : measures.Tree.LongestAt(text.Letters, end));
    }

    // "2.4个" at the start of a line is item 2 with four of them
    private int IsMarkedItem(Amount amount)
    {
        var point = amount.Start + 1;
        return IsSplit(amount) && text[point] == '.' && text.StartsLine(amount.Start) ? point + 1 : 0;
    }

    // 投入3541万元2.3本…: the mark of the next section, right behind a figure
    private bool IsSection(Amount amount) =>
        IsSplit(amount) && _found.Count > 0 && amount.Start > 0 && text.OffsetBehind(amount.Start) == _found[^1].End + 1;

    // a part of what comes in whole pieces
    private static bool IsSplit(Amount amount) => amount.Measure.IsWhole && amount.Scale == 1 && amount.Low != decimal.Truncate(amount.Low);

    // 分别为3、5和8个: numbers wait for the unit at the end of the list
    private int Wait(int at, Quantity number)
    {
        if (_waiting.Count > 0 && !Continues(at))
            _waiting.Clear();
        if (text[number.End] is '、' or '和' or ',' && (_waiting.Count > 0 || _lists.IsOpen || Surroundings.IsShared(text.Letters, at)))
            _waiting.Add((at, number));
        else if (isReply && IsAlone(number.End) && !number.IsBare)
            return Add(new Amount(at, number.End, number.Low, number.High, 1, NoMeasure) { IsVague = number.IsVague });
        return Math.Max(at + 1, number.End);
    }

    // the text, a clause or a word ends here, and no list mark
    private bool IsAlone(int end) => end >= text.Length || text.IsParted(end) || text[end] is ',' or '。' or ';' or '了' or '吧' or '呢' or '左' or '?' or '!';

    private bool Continues(int at) => _waiting[^1].Number.End + 1 == at;

    private void AddWaiting(Amount last)
    {
        if (_waiting.Count > 0 && Continues(last.Start))
            foreach (var (start, number) in _waiting)
                Add(last with { Start = start, End = number.End, Low = number.Low * last.Scale, High = number.High * last.Scale });
        _waiting.Clear();
    }
}
