using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Markup;

/// <summary>Reads a page as paragraphs and tables; nothing that it refers to is fetched. Web systems and office programs give such files
/// the names xls and doc.</summary>
sealed class HtmlDocument
{
    // a tree takes many times the memory of its text
    const int LongestPage = 24 * 1024 * 1024;

    const int Deepest = 512;

    readonly FileNotes _notes = new();
    readonly List<Block> _blocks = [];
    readonly HtmlLook _look;
    readonly LeftOut _leftOut = new();
    readonly HtmlText _text;
    int _line;
    int _tables;

    HtmlDocument(HtmlLook look) => (_look, _text) = (look, new HtmlText(look, _leftOut));

    /// <param name="pages">The text of one page, or of the pages that make one document.</param>
    /// <param name="fileName">The name people know it by.</param>
    /// <exception cref="UnreadableFileException">No text, too long, or nested without end.</exception>
    public static SourceDocument Read(IEnumerable<string> pages, string fileName)
    {
        var (blocks, omissions, hasFrames) = (new List<Block>(), new List<DraftWarning>(), false);
        foreach (var text in pages)
        {
            if (text.Length > LongestPage)
                throw new UnreadableFileException("page_too_long");
            using var page = new HtmlParser().ParseDocument(text);
            var reading = new HtmlDocument(new HtmlLook(page)) { _line = blocks.Count };
            if (page.Body is { } body)
                reading.Walk(body, 0);
            reading.Finish();
            hasFrames |= page.QuerySelector("frameset, frame") is not null;
            blocks.AddRange(reading._blocks);
            omissions.AddRange(reading._notes.Warnings);
        }

        return blocks.Count > 0 ? new SourceDocument(fileName, blocks) { Omissions = omissions }
            : throw new UnreadableFileException(hasFrames ? "page_of_frames" : "no_text");
    }

    void Walk(IElement element, int depth)
    {
        if (depth > Deepest)
            throw new UnreadableFileException("nested_too_deeply");
        foreach (var child in element.ChildNodes)
            if (child is IHtmlTableElement table && !_look.IsHidden(table))
                Table(table, depth);
            else if (child is IElement inner && !_look.IsHidden(inner)
                && (HtmlText.IsBlock(inner) || inner.QuerySelector("table") is not null))
                Inside(inner, depth);
            else
                _text.Add(child, depth);
    }

    void Inside(IElement element, int depth)
    {
        Finish();
        Walk(element, depth + 1);
        Finish();
    }

    // a table inside a cell is one of its own
    void Table(IHtmlTableElement table, int depth)
    {
        Finish();
        if (table.Caption is { } caption)
            Inside(caption, depth);
        var grid = new HtmlTable(_look, _notes).Read(table, ++_tables, ++_line);
        if (grid.Rows.Count > 0)
            _blocks.Add(grid);
        foreach (var inner in table.QuerySelectorAll("table").OfType<IHtmlTableElement>()
            .Where(inner => inner.ParentElement?.Closest("table") == table))
            if (depth < Deepest)
                Table(inner, depth + 100);
    }

    void Finish()
    {
        var lines = _text.Take();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            _blocks.Add(new Paragraph(line, ++_line));
        _leftOut.SayTo(_notes, Place.Paragraph(Math.Max(1, _line)));
    }
}
