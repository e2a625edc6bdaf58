namespace ProgressBot.Files.Export;

/// <summary>A table to be given to people, independent of the file format.</summary>
/// <param name="Name">The worksheet's tab; characters that Excel forbids are replaced.</param>
/// <param name="Title">One line above the header, over the whole width.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">As many cells as columns; shorter rows are filled with blanks.</param>
internal sealed record Sheet(string Name, string Title, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>One column.</summary>
/// <param name="Header">Repeated on every printed page.</param>
/// <param name="Width">In characters of the standard font, 1 to 255; a Chinese character takes two.</param>
internal sealed record SheetColumn(string Header, double Width);

/// <summary>One row of values.</summary>
/// <param name="Values">From left to right.</param>
internal sealed record SheetRow(params IReadOnlyList<SheetValue> Values);

/// <summary>A value as it should appear: text, a number, a share, a day or a link.</summary>
internal abstract record SheetValue
{
    public static readonly SheetValue Blank = new TextValue(string.Empty);

    /// <summary>Text from anybody; it is never interpreted, whatever it begins with.</summary>
    public sealed record TextValue(string Text) : SheetValue;

    /// <summary>A number, up to four decimals shown.</summary>
    public sealed record NumberValue(decimal Number) : SheetValue;

    /// <summary>A share; 0.64 is shown as 64.0%.</summary>
    public sealed record ShareValue(decimal Share) : SheetValue;

    /// <summary>A calendar day.</summary>
    public sealed record DayValue(DateOnly Day) : SheetValue;

    public static implicit operator SheetValue(string text) => new TextValue(text);

    public static implicit operator SheetValue(decimal number) => new NumberValue(number);

    public static implicit operator SheetValue(DateOnly day) => new DayValue(day);
}
