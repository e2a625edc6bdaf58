using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Reads a published plan, whatever its layout, into a draft that a person then confirms.</summary>
public static class PlanReader
{
    /// <summary>
    /// Rows come from the tables; where the document has none, from its numbered points that name units.
    /// Never throws for any content: what is not understood becomes a warning.
    /// </summary>
    /// <param name="document">Cells and paragraphs in reading order.</param>
    /// <param name="counters">Units of measure of the plan's own, as <see cref="MeasureWords.With"/> takes them; they go into the
    /// draft.</param>
    public static PlanDraft Read(SourceDocument document, IReadOnlyCollection<string>? counters = null)
    {
        var own = MeasureWords.Default.With(counters ?? []);
        var warnings = document.Omissions.ToList();
        var tables = new TableReader(warnings);
        var blocks = CellPerLine.Regroup(SpacedColumns.Regroup(PipedColumns.Regroup(document.Blocks)));
        foreach (var block in blocks)
            if (block is Grid grid)
                tables.Read(grid);
            else
                tables.Pass((Paragraph)block);
        List<Paragraph> paragraphs = [.. tables.Captions, .. blocks.OfType<Paragraph>()];
        var points = TextPoints.Collect(paragraphs);
        var lines = paragraphs.ConvertAll(paragraph => paragraph.Text);
        var page = TitlePageReader.Read(lines, string.Join('\n',
            [.. lines, .. tables.Entries.Select(entry => entry.Goal + entry.Deadline)]), document.FileName);
        return Assemble(tables, points, page, new RowReader(page.Year, lines.Exists(LeadRule.IsStatedIn), own, warnings), warnings)
            with { Counters = [.. counters ?? []] };
    }

    static PlanDraft Assemble(TableReader tables, IReadOnlyList<TextPoint> points, TitlePage page, RowReader reader,
        List<DraftWarning> warnings)
    {
        var listed = tables.Entries.Count == 0;
        var rows = listed ? [.. ListedRows.From(points, warnings).Select(reader.Row)] : tables.Entries.Select(reader.Row).ToList();
        var tasks = listed ? [] : BodyTasks.From(points).Select(reader.Task).ToList();
        if (page.Year is null)
            warnings.Add(new DraftWarning(string.Empty, "没有找到计划年度，未写年份的时限暂不换算成日期。"));
        if (rows.Count == 0)
            warnings.Add(new DraftWarning(string.Empty, "没有读到任务：文件中既没有任务表，也没有注明责任单位的条目。"));
        var comparison = BodyAgainstTable.Compare(tasks, rows, warnings);
        return new PlanDraft(
            page.Title, page.DocumentNumber, page.Issuer, page.Year, page.Date, page.Programme, page.PartnerRegion,
            comparison.Rows, [.. tasks.Select(task => task.Draft)], comparison.Conflicts, warnings) { Columns = tables.Columns };
    }
}
