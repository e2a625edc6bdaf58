using System.Text;

namespace ProgressBot.Files;

/// <summary>One record of a delimited text and the 1-based line on which it begins.</summary>
internal sealed record TextRecord(IReadOnlyList<string> Fields, int Line);

/// <summary>Cuts text into records (RFC 4180): fields in double quotes may hold delimiters, line breaks and doubled quotes.</summary>
internal static class DelimitedText
{
    // a quote that is not closed within this many lines is a character, not the start of a quoted field
    const int LongestQuotedField = 60;

    /// <summary>All records; a blank line is a record with one empty field. Linear in the length.</summary>
    public static IEnumerable<TextRecord> Records(string[] lines, char delimiter)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            var line = index + 1;
            var record = lines[index];
            var last = ClosedAt(lines, index, delimiter);
            if (last > index)
                record = string.Join('\n', lines[index..(last + 1)]);
            index = Math.Max(index, last);
            yield return new TextRecord(Fields(record, delimiter, quoted: last >= 0), line);
        }
    }

    // the line on which the quotes opened in this one are all closed; -1 when they never are
    static int ClosedAt(string[] lines, int start, char delimiter)
    {
        var open = false;
        for (var index = start; index < Math.Min(lines.Length, start + LongestQuotedField); index++)
            if (!(open = IsOpenAfter(lines[index], delimiter, open)))
                return index;
        return -1;
    }

    static bool IsOpenAfter(string line, char delimiter, bool open)
    {
        for (var index = 0; index < line.Length; index++)
            if (line[index] == '"' && (open || index == 0 || line[index - 1] == delimiter))
                open = !open;
            else if (line[index] == '"' && index > 0 && line[index - 1] == '"')
                open = true;
        return open;
    }

    static List<string> Fields(string record, char delimiter, bool quoted)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var open = false;
        for (var index = 0; index < record.Length; index++)
        {
            var character = record[index];
            if (quoted && character == '"' && (open || field.Length == 0))
                open = Quote(record, ref index, field, open);
            else if (character == delimiter && !open)
                Finish(fields, field);
            else
                field.Append(character);
        }

        Finish(fields, field);
        return fields;
    }

    static bool Quote(string record, ref int index, StringBuilder field, bool open)
    {
        if (!open || index + 1 >= record.Length || record[index + 1] != '"')
            return !open;
        field.Append('"');
        index++;
        return true;
    }

    static void Finish(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString().Trim());
        field.Clear();
    }
}
