using System.IO.Compression;
using System.Xml;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Office;
using ProgressBot.Files.Workbooks;
using ProgressBot.Files.Word;

namespace ProgressBot.Files.Markup;

/// <summary>Opens the office files that are one XML text: flat OPC, and the forms of 2003.</summary>
static class XmlFile
{
    // styles of the form of 2003 stand in the document itself, which for them is read as a tree
    const int LargestWithStyles = 8 * 1024 * 1024;

    /// <summary>The document; null when the bytes are no XML that office programs write.</summary>
    /// <exception cref="UnreadableFileException">Damaged, a DTD, or another kind of XML.</exception>
    public static SourceDocument? Open(byte[] bytes, string name)
    {
        if (!BeginsWithMark(bytes, out var isDeclared))
            return null;
        try
        {
            using var reader = new ShallowXmlReader(new MemoryStream(bytes), asWritten: true);
            return reader.MoveToContent() == XmlNodeType.Element ? Open(reader, bytes, name, isDeclared) : null;
        }
        catch (XmlException) when (!isDeclared || IsPage(bytes))
        {
            return null;
        }
        catch (Exception damage) when (damage is XmlException or FormatException or InvalidDataException)
        {
            throw new UnreadableFileException("bad_xml", damage);
        }
    }

    /// <summary>A page of HTML, whatever stands around it.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)])
            .Replace("\0", string.Empty, StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE').TrimStart();
        return head.StartsWith('<')
            && (Has(head, "<html") || Has(head, "<table") || Has(head, "<!doctype html") || Has(head, "<body") || Has(head, "<meta"));
    }

    static bool Has(string head, string words) => head.Contains(words, StringComparison.OrdinalIgnoreCase);

    static SourceDocument? Open(XmlReader reader, byte[] bytes, string name, bool isDeclared)
    {
        if (FlatPackage.IsOne(reader))
            return DocumentFile.OpenPackage(FlatPackage.Pack(reader), name);
        if (reader.NamespaceURI == XmlWorkbook.Namespace)
            return XmlWorkbook.Read(reader, name);
        if (reader.LocalName == "wordDocument")
            return OpenWord(bytes, name);
        if (reader.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase) || !isDeclared || IsPage(bytes))
            return null;
        throw new UnreadableFileException("other_xml");
    }

    static SourceDocument OpenWord(byte[] bytes, string name)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in bytes.Length <= LargestWithStyles ? ["word/document.xml", "word/styles.xml"]
                : new[] { "word/document.xml" })
            {
                using var entry = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }

        using var package = new OfficePackage(packed);
        return WordDocument.Read(package, "word/document.xml", name);
    }

    // a text may begin with < by chance; with <? or <! it means to be markup
    static bool BeginsWithMark(ReadOnlySpan<byte> bytes, out bool isDeclared)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 64)])
            .Replace("\0", string.Empty, StringComparison.Ordinal);
        var text = head.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        isDeclared = text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<!", StringComparison.Ordinal);
        return text.StartsWith('<');
    }
}
