namespace ProgressBot.Files;

/// <summary>Finds out which sign sets the fields of a text apart: comma, semicolon, or what a first line sep=; says.</summary>
static class Delimiter
{
    static readonly char[] Signs = [',', ';'];

    const string Said = "sep=";
    const int LinesLookedAt = 400;
    const int RecordsLookedAt = 100;

    /// <summary>The sign and the index of the first line that holds a record; null for text that is no sheet saved as text.</summary>
    public static (char Sign, int FirstLine)? Of(string[] lines)
    {
        if (lines.Length > 1 && lines[0].Trim('"') is var first && first.StartsWith(Said, StringComparison.OrdinalIgnoreCase)
            && first.Length == Said.Length + 1)
            return (first[^1], 1);
        var found = Signs.Select(sign => (Sign: sign, Share: Share(lines, sign))).MaxBy(sign => sign.Share);
        return found.Share > 0 ? (found.Sign, 0) : null;
    }

    // prose has no runs of such signs; a sheet saved as text has the same number on nearly every line
    static double Share(string[] lines, char sign)
    {
        var records = DelimitedText.Records([.. lines.Take(LinesLookedAt)], sign)
            .Where(record => record.Fields.Any(field => field.Length > 0)).Take(RecordsLookedAt).ToList();
        if (records.Count < 2 || records.Count(record => record.Fields.Count >= 3) * 10 <= records.Count * 6
            || records.Exists(record => record.Fields[0].Contains('\t', StringComparison.Ordinal)))
            return 0;
        return (double)records.GroupBy(record => record.Fields.Count).Max(alike => alike.Count()) / records.Count;
    }
}
