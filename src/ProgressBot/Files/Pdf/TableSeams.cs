using System.Text.RegularExpressions;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Joins a table to the one on the page before: a row that was parted becomes one again, merged areas go on.</summary>
sealed partial class TableSeams(FileNotes notes)
{
    const double Slack = 4;
    const int LongestHeader = 4;

    // a column that is hardly ever empty
    const double Filled = 0.8;

    /// <summary>Changes both tables, when the second goes on with the first; else neither.</summary>
    public void Join(PdfTable above, PdfTable below, int page)
    {
        if (above.Edges.Count != below.Edges.Count || above.Rows.Count < 2
            || !above.Edges.Zip(below.Edges).All(edge => Math.Abs(edge.First - edge.Second) < Slack))
            return;
        var header = Header(above, below);
        if (header >= below.Rows.Count)
            return;
        if (IsParted(above, below, header))
        {
            Append(above.Rows[^1], below.Rows[header]);
            below.Rows.RemoveAt(header);
            notes.Say("joined_rows", Place.Page(page));
        }

        for (var column = 0; header < below.Rows.Count && column < below.Edges.Count - 1; column++)
            GoOn(above, below, header, column);
    }

    // rows at the top that repeat those of the first page
    static int Header(PdfTable above, PdfTable below)
    {
        var count = 0;
        while (count < Math.Min(LongestHeader, Math.Min(above.Rows.Count, below.Rows.Count))
            && Texts(above.Rows[count]).SequenceEqual(Texts(below.Rows[count])))
            count++;
        return count;
    }

    static IEnumerable<string> Texts(PdfCell[] row) => row.Select(cell => Blanks().Replace(cell.Text, string.Empty));

    static bool IsParted(PdfTable above, PdfTable below, int header)
    {
        var (last, first) = (above.Rows[^1], below.Rows[header]);
        if (Enumerable.Range(0, last.Length).Any(column => first[column].IsBlank && !last[column].IsBlank && !last[column].IsTall
            && IsFilled(above, column)))
            return Enumerable.Range(0, last.Length).Any(column => !first[column].IsBlank && !last[column].IsBlank);
        if (last[0].EndsFull && int.TryParse(last[0].Text, out var number) && int.TryParse(first[0].Text, out var next) && next <= number)
            return true;
        // a new number or a sentence that had come to its end tells of a new row
        if (Number().IsMatch(first[0].Text) || Number().IsMatch(last[0].Text) && !first[0].IsBlank)
            return false;
        var longest = Enumerable.Range(0, last.Length).MaxBy(column => last[column].Text.Length);
        return last[longest].EndsFull && !first[longest].IsBlank && !Ended().IsMatch(last[longest].Text)
            && Enumerable.Range(0, last.Length).Any(column => first[column].IsBlank && !last[column].IsBlank);
    }

    static bool IsFilled(PdfTable table, int column)
    {
        var own = table.Rows.SkipLast(1).Where(row => row[column].Merge == CellMerge.None).ToList();
        return own.Count > 0 && own.Count(row => !row[column].IsBlank) >= own.Count * Filled
            && !table.Rows.Exists(row => row[column].IsTall);
    }

    static void Append(PdfCell[] last, PdfCell[] first)
    {
        for (var column = 0; column < last.Length; column++)
            if (!first[column].IsBlank && first[column].Merge != CellMerge.FromLeft)
                last[column] = last[column] with
                {
                    Text = last[column].IsBlank ? first[column].Text : last[column].Text + (last[column].EndsFull ? string.Empty : "\n")
                        + first[column].Text,
                    EndsFull = first[column].EndsFull,
                };
    }

    // an empty area at the top of a page goes on with the one above, in a column that has merged areas
    static void GoOn(PdfTable above, PdfTable below, int from, int column)
    {
        var owner = above.Rows[^1][column];
        if (owner.IsBlank || !below.Rows[from][column].IsBlank
            || !(above.Rows.Concat(below.Rows.Skip(from)).Any(row => row[column].IsTall)))
            return;
        var isTall = below.Rows[from][column].IsTall;
        for (var row = from; row < below.Rows.Count && below.Rows[row][column].IsBlank
            && (row == from || (isTall && below.Rows[row][column].Merge == CellMerge.FromAbove)); row++)
            below.Rows[row][column] = owner with { Merge = CellMerge.FromAbove };
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*[（(]?\d{1,4}[）).、．]?\s*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"[。；;！？!?]\s*$")]
    private static partial Regex Ended();
}
