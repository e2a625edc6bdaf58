using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>
/// Distributes the lines of a pasted table over its columns: a cell takes no line (blank), one, or several (it was too narrow).
/// Of all ways to do so the one is taken in which the contents fit their columns best (Viterbi).
/// </summary>
internal static partial class LineAlignment
{
    const int MostLinesPerCell = 6;

    // what the DP starts from; any real assignment is better
    const double Impossible = -1e9;

    /// <param name="lines">The cells' lines in reading order.</param>
    /// <param name="roles">The columns from left to right.</param>
    public static IEnumerable<GridRow> Rows(IReadOnlyList<Paragraph> lines, IReadOnlyList<ColumnRole> roles)
    {
        var taken = Best(lines, roles);
        var at = 0;
        for (var cell = 0; cell < taken.Count; cell += roles.Count)
        {
            var cells = new List<Cell>();
            var start = at;
            foreach (var count in taken.Skip(cell).Take(roles.Count))
            {
                cells.Add(new Cell(string.Concat(lines.Skip(at).Take(count).Select(line => line.Text))));
                at += count;
            }

            yield return new GridRow(cells, lines[Math.Min(start, lines.Count - 1)].Line);
        }
    }

    // score[line, column]: the best way to have used this many lines up to the column before this one
    static List<int> Best(IReadOnlyList<Paragraph> lines, IReadOnlyList<ColumnRole> roles)
    {
        var (count, width) = (lines.Count, roles.Count);
        var score = new double[count + 1, width];
        var took = new int[count + 1, width];
        for (var line = 0; line <= count; line++)
            for (var column = 0; column < width; column++)
                score[line, column] = (line, column) == (0, 0) ? 0 : Impossible;
        for (var line = 0; line <= count; line++)
            for (var step = 0; step < width; step++)
                Extend(lines, roles, score, took, line, step);
        return Backwards(score, took, count, width);
    }

    static void Extend(IReadOnlyList<Paragraph> lines, IReadOnlyList<ColumnRole> roles, double[,] score, int[,] took, int line, int column)
    {
        var next = (column + 1) % roles.Count;
        for (var count = 0; count <= MostLinesPerCell && line + count <= lines.Count; count++)
        {
            // a row cannot be blank altogether, so a step back to the first column must have used a line
            if (score[line, column] <= Impossible || (count == 0 && next == 0 && took[line, column] == 0))
                continue;
            var total = score[line, column] + Fit([.. lines.Skip(line).Take(count).Select(each => each.Text)], roles[column]);
            if (total <= score[line + count, next])
                continue;
            (score[line + count, next], took[line + count, next]) = (total, count);
        }
    }

    static List<int> Backwards(double[,] score, int[,] took, int count, int width)
    {
        var taken = new List<int>();
        for (var (line, column) = (count, 0); (line, column) != (0, 0) || taken.Count == 0;)
        {
            if (score[line, column] <= Impossible || taken.Count > count * width)
                return [];
            var used = took[line, column];
            taken.Add(used);
            (line, column) = (line - used, (column + width - 1) % width);
        }

        taken.Reverse();
        return taken;
    }

    // points for a content that the column's meaning expects; blanks and broken lines cost a little
    static double Fit(string[] texts, ColumnRole role)
    {
        if (texts.Length == 0)
            return role is ColumnRole.Goal or ColumnRole.Number ? -6 : role is ColumnRole.Units or ColumnRole.Lead or ColumnRole.Content ? -2.5 : -1.5;
        var text = string.Concat(texts);
        var breaks = texts.SkipLast(1).Sum(line => IsCut(line) ? 0.4 : 1.5);
        return Content(text, role) - breaks;
    }

    static double Content(string text, ColumnRole role) => role switch
    {
        ColumnRole.Number => IsNumber().IsMatch(text) ? 4 : -8,
        ColumnRole.Score => IsScore().IsMatch(text) ? 3 : -4,
        ColumnRole.Units or ColumnRole.Lead or ColumnRole.Assist => IsUnits(text) ? 3 : -4,
        ColumnRole.Deadline => IsDeadline(text) ? 3 : -3,
        ColumnRole.Evidence => EvidenceList.IsProof(text) ? 1.5 : IsUnits(text) ? -3 : -0.5,
        _ => IsNumber().IsMatch(text) ? -4 : IsUnits(text) || IsDeadline(text) ? -2.5 : 0.5,
    };

    static bool IsUnits(string text)
    {
        var names = OutsideBrackets.Split(text, "、，,；; ").ToList();
        return names.Count > 0 && names.TrueForAll(name => name.Text.Length <= 24 && !name.Text.Any(char.IsAsciiDigit) && UnitWords.LooksLikeUnit(name.Text));
    }

    static bool IsDeadline(string text) => text.Length <= 16 && (DeadlineReader.FromCell(text, 2000) is { Date: not null } || Standing().IsMatch(text));

    // a cell that was too narrow is cut in the middle of a word or behind a separator, seldom behind a full stop
    static bool IsCut(string line) => line.Length >= 5 && !"。；！？".Contains(line[^1]);

    [GeneratedRegex("^\\d{1,3}[.、]?$")]
    private static partial Regex IsNumber();

    [GeneratedRegex("^\\d{1,3}分?$")]
    private static partial Regex IsScore();

    [GeneratedRegex("^(长期|持续|全年|常态|每[月季年周]|按[月季])")]
    private static partial Regex Standing();
}
