namespace ProgressBot.Core.Figures.Reading;

/// <summary>The rule <c>section</c> of <see cref="NumeralGrammar"/>: a Chinese numeral below 万, read term by term.</summary>
internal ref struct SectionGrammar
{
    private readonly Glyphs _text;
    private readonly int _start;

    // every power has to be below the one before
    private int _power = 10_000;
    private decimal _low;
    private decimal _high;
    private int _end;
    private bool _afterZero;

    public SectionGrammar(Glyphs text, int start) => (_text, _start, _end) = (text, start, start);

    /// <summary>The section; null when there is none. 万 or 亿 without a digit before is one of 1.</summary>
    public Quantity? Read()
    {
        if (Numeral.Scale(_text[_start]) > 0)
            return new Quantity(1, 1, 1, _start) { IsBare = true };
        while (Tens() || Powered())
            ;
        while (Ones())
            ;
        if (_end == _start)
            return null;
        var bare = Numeral.Power(_text[_start]) >= 100;
        return (_low == _high ? Digitwise() : null) ?? new Quantity(_low, _high, 1, _end) { IsBare = bare };
    }

    // 廿, 卅, 零廿
    private bool Tens()
    {
        var from = Zeros();
        var tens = Numeral.Tens(_text[from]);
        if (tens == 0 || _power <= 10)
            return false;
        (_low, _high, _power, _end, _afterZero) = (_low + tens, _high + tens, 10, from + 1, false);
        return true;
    }

    // 三百, 三四百, 百, 零三十
    private bool Powered()
    {
        var from = Zeros();
        var (low, high, next) = DigitOrPair(from);
        var power = NumeralGrammar.Power(_text, next);
        if (power == 0 || power >= _power)
            return false;
        (low, high) = next == from ? (1, 1) : (low, high);
        (_low, _high, _power, _end, _afterZero) = (_low + low * power, _high + high * power, power, next + 1, false);
        return true;
    }

    // the last digit: 三十二, 三百零二; 三百二 is 320
    private bool Ones()
    {
        var (low, high, next) = DigitOrPair(_end);
        if (next == _end || (_end > _start && IsLiang(next - 1) && !(_afterZero && Numeral.Scale(_text[next]) > 0)))
            return false;
        var ones = _afterZero || _power is 10 or 10_000 ? 1 : _power / 10;
        (_low, _high, _end) = (_low + low * ones, _high + high * ones, next);
        _afterZero |= low == 0;
        return low == 0;
    }

    private readonly int Zeros()
    {
        var at = _end;
        while (at < _end + 2 && at > _start && Numeral.Digit(_text[at]) == 0)
            at++;
        return at;
    }

    private readonly (int Low, int High, int End) DigitOrPair(int at)
    {
        var low = Numeral.IsFused(_text[at]) ? -1 : Numeral.Digit(_text[at]);
        if (low < 0)
            return (0, 0, at);
        return IsPair(low, at + 1) ? (low, Numeral.Digit(_text[at + 1]), at + 2) : (low, low, at + 1);
    }

    // 三四, 三五; the third of three digits in a row makes it a code
    private readonly bool IsPair(int low, int at)
    {
        var high = Numeral.Digit(_text[at]);
        return low > 0 && (high == low + 1 || (low == 3 && high == 5)) && !Numeral.IsFused(_text[at]) && Numeral.Digit(_text[at + 1]) < 0
            && (!IsLiang(at) || at == _start + 1);
    }

    // behind a number it is a weight: 三十两
    private readonly bool IsLiang(int at) => _text[at] == '两';

    // 二〇二二, 一二〇: digits read one by one
    private readonly Quantity? Digitwise()
    {
        var stop = _start;
        while (Numeral.Digit(_text[stop]) >= 0 && !Numeral.IsFused(_text[stop]) && !IsLiang(stop))
            stop++;
        if (stop - _start < 2 || stop < _end)
            return null;
        if (stop - _start > ArabicGrammar.MaxDigits)
            return new Quantity(0, 0, 1, stop) { IsBare = true };
        var value = 0m;
        for (var next = _start; next < stop; next++)
            value = value * 10 + Numeral.Digit(_text[next]);
        return new Quantity(value, value, 1, stop);
    }
}
