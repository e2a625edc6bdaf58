using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Reads a docx: paragraphs and tables in order, one block in memory at a time.</summary>
internal static class WordDocument
{
    public const string MainPart = "word/document.xml";

    /// <exception cref="UnreadableFileException">No text, a DTD, or references to files elsewhere.</exception>
    public static SourceDocument Read(OfficePackage package, string fileName)
    {
        RefuseOutside(package);
        try
        {
            var blocks = Blocks(package).ToList();
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

    static IEnumerable<Block> Blocks(OfficePackage package)
    {
        using var reader = package.Open(MainPart) ?? throw new UnreadableFileException("文件已损坏，缺少正文。");
        var numbering = WordNumbering.Load(package);
        var (line, page) = (0, 1);
        var knowsPages = KnowsPages(package);
        foreach (var element in Elements(reader))
        {
            line++;
            if (element.Name == Wordml.Table)
                foreach (var grid in WordTable.Grids(element, line, knowsPages ? page : null))
                    yield return grid;
            else if (numbering.Mark(element) + WordText.Of(element) is var text && !string.IsNullOrWhiteSpace(text))
                yield return new Paragraph(text.Trim(), line, knowsPages ? page : null);
            page += WordText.PageBreaks(element);
        }
    }

    // a file that was never laid out says nothing about its pages
    static bool KnowsPages(OfficePackage package)
    {
        using var reader = package.Open(MainPart);
        return reader is not null && reader.ReadToFollowing("lastRenderedPageBreak", Wordml.Namespace);
    }

    // content controls and the like are transparent: their paragraphs and tables count as the body's
    static IEnumerable<XElement> Elements(XmlReader reader)
    {
        reader.Read();
        while (!reader.EOF)
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Wordml.Namespace && reader.LocalName is "p" or "tbl")
                yield return (XElement)XNode.ReadFrom(reader);
            else
                reader.Read();
    }
}
