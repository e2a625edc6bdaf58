using System.Globalization;
using System.Text;

namespace ProgressBot.Files.Workbooks;

/// <summary>One section of a number format, cut into its signs: <c>0.0,"万元"</c> is a digit, a point, a digit, a comma and a
/// literal.</summary>
sealed class FormatSection
{
    // a difference that a person would not call rounding
    const decimal Slight = 0.001m;

    readonly List<(FormatSign Sign, string Text)> _signs = [];

    /// <param name="code">The section as written, without the semicolons around it.</param>
    public FormatSection(string code)
    {
        for (var at = 0; at < code.Length;)
            at += Take(code, at);
        IsDate = !IsGeneral && !Has(FormatSign.Digit) && Has(FormatSign.Date);
    }

    /// <summary>The bound of a condition, [&gt;=10000]; null without one.</summary>
    public (string Comparison, double Bound)? Condition { get; private set; }

    /// <summary>Shows a date or a time.</summary>
    public bool IsDate { get; }

    public bool IsGeneral => Has(FormatSign.General);

    /// <summary>Nothing is shown, whatever the value.</summary>
    public bool IsEmpty => _signs.Count == 0;

    /// <summary>Letters of dates in it: y m d h s.</summary>
    public bool Dates(char letter) => _signs.Exists(sign => sign.Sign == FormatSign.Date && char.ToLowerInvariant(sign.Text[0]) == letter);

    public bool Has(FormatSign sign) => _signs.Exists(own => own.Sign == sign);

    /// <summary>True when the value meets the condition, or there is none.</summary>
    public bool Admits(double value) => Condition is not var (comparison, bound) || comparison switch
    {
        "<" => value < bound,
        "<=" => value <= bound,
        ">" => value > bound,
        ">=" => value >= bound,
        "<>" => value != bound,
        _ => value == bound,
    };

    /// <summary>A text as the section shows it.</summary>
    public string Text(string text) => string.Concat(_signs.Select(sign => sign.Sign switch
    {
        FormatSign.Text or FormatSign.General => text,
        FormatSign.Literal or FormatSign.Percent => sign.Text,
        _ => string.Empty,
    }));

    /// <summary>A number as the section shows it, without separators of thousands and without zeros behind the point that say
    /// nothing.</summary>
    /// <param name="value">Not negative, unless the section writes the sign by itself.</param>
    public string Number(decimal value) => Assemble(Rounded(Scaled(value)));

    /// <summary>What is shown differs from the value by more than a person would expect.</summary>
    public bool IsRounded(decimal value) => Scaled(value) is var scaled && Math.Abs(Rounded(scaled) - scaled) > Math.Abs(scaled) * Slight;

    decimal Scaled(decimal value)
    {
        foreach (var _ in _signs.Where(sign => sign.Sign == FormatSign.Percent))
            value *= 100;
        for (var commas = Thousands(); commas > 0; commas--)
            value /= 1000;
        return value;
    }

    decimal Rounded(decimal value) => Math.Round(value, Math.Min(Places(), 20), MidpointRounding.AwayFromZero);

    string Assemble(decimal number)
    {
        var digits = number.ToString("0." + new string('0', Math.Min(Places(), 20)), CultureInfo.InvariantCulture).Split('.');
        var places = new Queue<string>([.. Spread(digits[0]), .. digits.Length > 1 ? digits[1].Select(digit => digit.ToString()) : []]);
        var (text, figures) = (new StringBuilder(), new StringBuilder());
        foreach (var (sign, words) in _signs)
            if (sign == FormatSign.Digit)
                figures.Append(places.Count > 0 ? places.Dequeue() : string.Empty);
            else if (sign == FormatSign.Point || (sign == FormatSign.Literal && words == "." && figures.Length > 0))
                figures.Append('.');
            else if (sign is FormatSign.Literal or FormatSign.Percent)
                text.Append(Tidy(figures)).Append(words);
        return text.Append(Tidy(figures)).ToString().Trim();
    }

    // the digits for each place before the point: the leftmost place takes all that are left
    List<string> Spread(string whole)
    {
        var places = Whole();
        if (places.Count == 0)
            return whole == "0" ? [] : [whole];
        var digits = whole == "0" ? string.Empty : whole;
        var spread = new List<string>();
        for (var index = places.Count - 1; index >= 0; index--)
        {
            var taken = index == 0 ? digits : digits.Length > 0 ? digits[^1..] : string.Empty;
            spread.Insert(0, taken.Length > 0 ? taken : places[index] == "0" ? "0" : string.Empty);
            digits = digits.Length > 0 ? digits[..^1] : digits;
        }

        return spread;
    }

    static string Tidy(StringBuilder figures)
    {
        var text = figures.ToString();
        figures.Clear();
        return text.Contains('.', StringComparison.Ordinal) ? Zero(text.TrimEnd('0').TrimEnd('.')) : text;
    }

    static string Zero(string text) => text is "" or "-" ? "0" : text[0] == '.' ? "0" + text : text;

    List<string> Whole() =>
        [.. _signs.TakeWhile(sign => sign.Sign != FormatSign.Point).Where(sign => sign.Sign == FormatSign.Digit).Select(sign => sign.Text)];

    int Places() => _signs.SkipWhile(sign => sign.Sign != FormatSign.Point).Count(sign => sign.Sign == FormatSign.Digit);

    // commas that stand right behind the last digit divide by a thousand each
    int Thousands()
    {
        var last = _signs.FindLastIndex(sign => sign.Sign == FormatSign.Digit);
        var behind = _signs.Skip(last + 1).TakeWhile(sign => sign.Sign == FormatSign.Comma).Count();
        var point = _signs.FindIndex(sign => sign.Sign == FormatSign.Point);
        return point <= 0 ? behind : behind + _signs.Take(point).Reverse().TakeWhile(sign => sign.Sign == FormatSign.Comma).Count();
    }

    int Take(string code, int at) => code[at] switch
    {
        '"' => Quoted(code, at),
        '\\' or '!' when at + 1 < code.Length => Add(FormatSign.Literal, code[at + 1].ToString(), 2),
        '_' or '*' => 2,
        '[' => Bracket(code, at),
        '0' or '#' or '?' => Add(FormatSign.Digit, code[at].ToString(), 1),
        '.' => Add(FormatSign.Point, ".", 1),
        ',' => Add(FormatSign.Comma, ",", 1),
        '%' => Add(FormatSign.Percent, "%", 1),
        '@' => Add(FormatSign.Text, "@", 1),
        _ => Word(code, at),
    };

    int Word(string code, int at)
    {
        var rest = code.AsSpan(at);
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return Add(FormatSign.General, string.Empty, "General".Length);
        if (rest.StartsWith("G/通用格式", StringComparison.Ordinal))
            return Add(FormatSign.General, string.Empty, "G/通用格式".Length);
        if (rest.Length > 1 && rest[0] is 'E' or 'e' && rest[1] is '+' or '-')
            return Add(FormatSign.Exponent, "E", 2);
        if ("ymdhsebYMDHSEB".Contains(rest[0], StringComparison.Ordinal))
            return Add(FormatSign.Date, rest[..1].ToString(), 1);
        return rest[0] == '/' && Has(FormatSign.Digit) ? Add(FormatSign.Fraction, "/", 1)
            : Add(FormatSign.Literal, rest[..1].ToString(), 1);
    }

    int Quoted(string code, int at)
    {
        var end = code.IndexOf('"', at + 1);
        return end < 0 ? Add(FormatSign.Literal, code[(at + 1)..], code.Length - at)
            : Add(FormatSign.Literal, code[(at + 1)..end], end - at + 1);
    }

    // a colour, a language with its currency, a condition, or hours beyond a day
    int Bracket(string code, int at)
    {
        var end = code.IndexOf(']', at + 1);
        if (end < 0)
            return Add(FormatSign.Literal, "[", 1);
        var inside = code[(at + 1)..end];
        if (inside.StartsWith('$') && inside[1..].Split('-')[0] is { Length: > 0 } currency)
            Add(FormatSign.Literal, currency, 0);
        else if (inside is "h" or "hh" or "m" or "mm" or "s" or "ss")
            Add(FormatSign.Date, inside[..1], 0);
        else if (inside.Length > 0 && inside[0] is '<' or '>' or '=')
            Condition = Conditions(inside);
        return end - at + 1;
    }

    static (string Comparison, double Bound)? Conditions(string inside)
    {
        var sign = string.Concat(inside.TakeWhile(letter => letter is '<' or '>' or '='));
        return double.TryParse(inside[sign.Length..], CultureInfo.InvariantCulture, out var bound) ? (sign, bound) : null;
    }

    int Add(FormatSign sign, string text, int length)
    {
        _signs.Add((sign, text));
        return length;
    }
}

/// <summary>What a sign in a number format does.</summary>
enum FormatSign
{
    Literal,
    Digit,
    Point,
    Comma,
    Percent,
    Exponent,
    Fraction,
    Text,
    General,
    Date,
}
