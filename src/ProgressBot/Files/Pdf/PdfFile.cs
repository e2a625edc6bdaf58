using System.Diagnostics;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ProgressBot.Files.Pdf;

/// <summary>Reads a PDF that has text. A scan has none and is refused.</summary>
static class PdfFile
{
    const int MostPages = 400;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="UnreadableFileException">A scan, damaged, encrypted, too long, or too complex to be read in time.</exception>
    public static SourceDocument Read(byte[] bytes, string fileName)
    {
        // one page alone may take without end; what still runs then is left to itself and stops at the next page
        var watch = Stopwatch.StartNew();
        var reading = Task.Run(() => Open(bytes, fileName, watch));
        try
        {
            return reading.Wait(Longest + TimeSpan.FromSeconds(2)) ? reading.Result : throw new UnreadableFileException("pdf_too_slow");
        }
        catch (AggregateException failure)
        {
            throw failure.InnerException switch
            {
                UnreadableFileException known => known,
                PdfDocumentEncryptedException locked => new UnreadableFileException("encrypted", locked),
                var fault => new UnreadableFileException("damaged_pdf", fault),
            };
        }
    }

    static SourceDocument Open(byte[] bytes, string fileName, Stopwatch watch)
    {
        using var document = PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, FilterProvider = new BoundedFilters() });
        if (document.NumberOfPages > MostPages)
            throw new UnreadableFileException("pdf_too_long", null, ("limit", MostPages));
        var (notes, glyphs, unknown) = (new FileNotes(), 0, 0);
        var pages = new PdfPages(notes);
        foreach (var page in document.GetPages())
        {
            if (watch.Elapsed > Longest)
                throw new UnreadableFileException("pdf_too_slow");
            var content = PageReader.Read(page, notes);
            (glyphs, unknown) = (glyphs + content.Glyphs.Count, unknown + content.Glyphs.Count(IsUnknown));
            if (content.Glyphs.Count == 0 && page.NumberOfImages > 0)
                notes.Say("page_without_text", Place.Page(page.Number));
            pages.Add(content);
        }

        if (glyphs == 0)
            throw new UnreadableFileException("scanned_pdf");
        return unknown * 5 > glyphs ? throw new UnreadableFileException("garbled_pdf")
            : new SourceDocument(fileName, pages.Blocks) { Omissions = notes.Warnings };
    }

    // a sign of which the file does not say what it is
    static bool IsUnknown(PageGlyph glyph) => glyph.Text[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or < ' ';
}
