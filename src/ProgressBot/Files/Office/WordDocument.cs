using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Reads a docx: paragraphs and tables in order, one paragraph or row of a table in memory at a time.</summary>
internal static class WordDocument
{
    public const string MainPart = "word/document.xml";

    /// <exception cref="UnreadableFileException">No text, a DTD, or references to files elsewhere.</exception>
    public static SourceDocument Read(OfficePackage package, string fileName)
    {
        try
        {
            RefuseOutside(package);
            var blocks = Blocks(package);
            if (blocks.Count > 0)
                return new SourceDocument(fileName, blocks);
        }
        catch (XmlException error)
        {
            throw new UnreadableFileException("文件内容不合规范（已损坏，或含有不允许的实体声明），无法读取。", error);
        }

        throw new UnreadableFileException(package.HasUnder("word/media/") ? "文件中只有图片，没有可读取的文字，请上传带文字的任务书。" : "文件中没有文字。");
    }

    // hyperlinks are harmless, and Word itself notes the local template a document was made from
    static void RefuseOutside(OfficePackage package)
    {
        foreach (var (type, target) in package.ExternalTargets("word/_rels/document.xml.rels").Concat(package.ExternalTargets("word/_rels/settings.xml.rels")))
            if (type != "hyperlink" && !(type == "attachedTemplate" && IsLocal(target)))
                throw new UnreadableFileException("文件引用了外部内容，出于安全考虑不予读取，请去掉外部链接的图片、模板或对象后再上传。");
    }

    static bool IsLocal(string target) => target.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("file:////", StringComparison.Ordinal);

    static List<Block> Blocks(OfficePackage package)
    {
        using var reader = package.Open(MainPart) ?? throw new UnreadableFileException("文件已损坏，缺少正文。");
        var (numbering, pages, blocks) = (WordNumbering.Load(package), new WordPages(), new List<Block>());
        // content controls and the like are transparent: their paragraphs and tables count as the body's
        reader.Read();
        for (var line = 0; !reader.EOF;)
            if (Wordml.Stands(reader, Wordml.Table))
                blocks.AddRange(WordTable.Read(reader, pages, ++line));
            else if (Wordml.Stands(reader, Wordml.Paragraph))
                Add(blocks, (XElement)XNode.ReadFrom(reader), ++line, numbering, pages);
            else
                reader.Read();
        return pages.AreKnown ? blocks : blocks.ConvertAll(block => block with { Page = null });
    }

    static void Add(List<Block> blocks, XElement paragraph, int line, WordNumbering numbering, WordPages pages)
    {
        var text = (numbering.Mark(paragraph) + WordText.Of(paragraph)).Trim();
        if (text.Length > 0)
            blocks.Add(new Paragraph(text, line, pages.Current));
        pages.Pass(paragraph);
    }
}
