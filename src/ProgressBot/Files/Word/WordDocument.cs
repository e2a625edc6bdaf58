using System.Xml;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Word;

/// <summary>Reads a docx: paragraphs and tables in order, one paragraph or row of a table in memory at a time.</summary>
internal static class WordDocument
{
    /// <param name="package">The container.</param>
    /// <param name="main">The part with the body.</param>
    /// <param name="fileName">The name people know it by.</param>
    /// <exception cref="UnreadableFileException">No text, a DTD, or references to files elsewhere.</exception>
    public static SourceDocument Read(OfficePackage package, string main, string fileName)
    {
        try
        {
            RefuseOutside(package, main);
            var context = new WordContext(package, main);
            var blocks = Blocks(package, main, context);
            if (package.Find(main, "comments", "word/comments.xml") is not null)
                context.Notes.Say("comments", string.Empty);
            return blocks.Count > 0 ? new SourceDocument(fileName, blocks) { Omissions = context.Notes.Warnings }
                : throw Nothing(package, context);
        }
        catch (XmlException error)
        {
            throw new UnreadableFileException("bad_xml", error);
        }
    }

    static UnreadableFileException Nothing(OfficePackage package, WordContext context) =>
        new(context.HasForeignPart ? "only_foreign_part" : package.HasUnder("word/media/") ? "only_pictures" : "no_text");

    // hyperlinks are harmless, and Word itself notes the local template a document was made from
    static void RefuseOutside(OfficePackage package, string main)
    {
        var settings = package.Find(main, "settings", "word/settings.xml") ?? "word/settings.xml";
        foreach (var reference in package.References(main).Concat(package.References(settings)).Where(reference => reference.IsOutside))
            if (reference.Type != "hyperlink" && !(reference.Type == "attachedTemplate" && IsLocal(reference.Target)))
                throw new UnreadableFileException("outside_content");
    }

    static bool IsLocal(string target) => target.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)
        && !target.StartsWith("file:////", StringComparison.Ordinal);

    static List<Block> Blocks(OfficePackage package, string main, WordContext context)
    {
        using var reader = package.Open(main) ?? throw new UnreadableFileException("no_body");
        var body = new WordBody(reader, context);
        body.Read();
        return context.Pages.AreKnown ? body.Blocks : body.Blocks.ConvertAll(block => block with { Page = null });
    }
}
