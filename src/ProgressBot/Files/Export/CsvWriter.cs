using System.Globalization;
using System.Text;

namespace ProgressBot.Files.Export;

/// <summary>Writes a sheet as CSV (RFC 4180, UTF-8 with byte order mark, CRLF) the way Excel opens it without asking.</summary>
internal static class CsvWriter
{
    // what Excel and LibreOffice take for a formula at the start of a field (OWASP: CSV injection)
    const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static void Write(Sheet sheet, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', sheet.Columns.Select(column => Field(column.Header))));
        foreach (var row in sheet.Rows)
            writer.WriteLine(string.Join(',', row.Values.Select(Of)));
    }

    static string Of(SheetValue value) => value switch
    {
        SheetValue.NumberValue { Number: var number } => number.ToString("0.####", CultureInfo.InvariantCulture),
        SheetValue.ShareValue { Share: var share } => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        SheetValue.DayValue { Day: var day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SheetValue.TextValue { Text: var text } => Field(text),
        _ => string.Empty,
    };

    // a leading apostrophe is how both programs mark text; a negative number in a text stays a number for the eye
    static string Field(string text)
    {
        var safe = text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 || safe != safe.Trim() ? '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : safe;
    }
}
