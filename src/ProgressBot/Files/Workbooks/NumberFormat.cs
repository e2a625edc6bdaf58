using System.Globalization;

namespace ProgressBot.Files.Workbooks;

/// <summary>A number format of a sheet (ECMA-376 part 1, 18.8.31): how a value is shown.</summary>
sealed class NumberFormat
{
    public static readonly NumberFormat General = new("General");

    readonly List<FormatSection> _sections;

    public NumberFormat(string code) => _sections = [.. Sections(code).Take(4).Select(section => new FormatSection(section))];

    /// <summary>Whether numbers are shown as dates or times.</summary>
    public bool IsDate => _sections[0].IsDate;

    /// <summary>A text as shown; the fourth section, or the only one with an @ in it, is for texts.</summary>
    public string Show(string text) =>
        _sections.Count == 4 ? _sections[3].Text(text) : _sections.Find(section => section.Has(FormatSign.Text))?.Text(text) ?? text;

    /// <summary>A day as offices write it, as exactly as the format shows it.</summary>
    public string Show(DateTime moment)
    {
        var section = _sections[0];
        if (section.Dates('d') || !section.IsDate)
            return moment.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return section.Dates('y')
            || section.Dates('e') ? moment.ToString(section.Dates('m') ? "yyyy年M月" : "yyyy年", CultureInfo.InvariantCulture)
            : section.Dates('h') ? moment.ToString("HH:mm", CultureInfo.InvariantCulture)
                : moment.ToString("yyyy年M月", CultureInfo.InvariantCulture);
    }

    /// <summary>A number as shown.</summary>
    /// <param name="value">The value that the sheet keeps.</param>
    /// <param name="isRounded">What is shown differs from it by more than a person would expect.</param>
    public string Show(double value, out bool isRounded)
    {
        isRounded = false;
        var section = Section(value, out var writesSign);
        if (section.IsGeneral)
            return section.Text(Plain(writesSign ? Math.Abs(value) : value)).Trim();
        if (section.Has(FormatSign.Exponent) || section.Has(FormatSign.Fraction) || Math.Abs(value) >= 1e15)
            return Plain(value);
        if (!section.Has(FormatSign.Digit))
            return section.IsEmpty || !section.Has(FormatSign.Text) ? section.Text(string.Empty).Trim() : section.Text(Plain(value)).Trim();
        var exact = Math.Round((decimal)Math.Abs(value), 12);
        var shown = section.Number(exact);
        isRounded = section.IsRounded(exact);
        return value < 0 && !writesSign && shown.Any(char.IsAsciiDigit) ? "-" + shown : shown;
    }

    /// <summary>Nothing is shown of this value.</summary>
    public bool Hides(double value) => Section(value, out _).IsEmpty;

    /// <summary>A number in full. Fifteen digits are what a sheet keeps; more would show the binary remainder of 0.1.</summary>
    public static string Plain(double number) => Math.Abs(number) < 1e15
        ? Math.Round((decimal)number, 6).ToString("0.######", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    FormatSection Section(double value, out bool writesSign)
    {
        writesSign = false;
        if (_sections.Exists(section => section.Condition is not null))
            return _sections.Find(section => section.Admits(value) && !section.Has(FormatSign.Text)) ?? _sections[^1];
        writesSign = value < 0 && _sections.Count > 1;
        return value < 0 && _sections.Count > 1 ? _sections[1] : value == 0 && _sections.Count > 2 ? _sections[2] : _sections[0];
    }

    static List<string> Sections(string code)
    {
        var (sections, start, quoted) = (new List<string>(), 0, false);
        for (var at = 0; at < code.Length; at++)
            if (code[at] == '"')
                quoted = !quoted;
            else if (!quoted && code[at] is '\\' or '!' or '_' or '*')
                at++;
            else if (!quoted && code[at] == ';')
            {
                sections.Add(code[start..at]);
                start = at + 1;
            }

        sections.Add(code[start..]);
        return sections;
    }
}
