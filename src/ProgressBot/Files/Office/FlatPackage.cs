using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ProgressBot.Files.Office;

/// <summary>An office file as one XML text (flat OPC): its parts are packed as they would be in a docx.</summary>
internal static class FlatPackage
{
    const string Namespace = "http://schemas.microsoft.com/office/2006/xmlPackage";

    /// <summary>True for the element that such a file begins with.</summary>
    public static bool IsOne(XmlReader reader) => reader.NamespaceURI == Namespace && reader.LocalName == "package";

    /// <param name="reader">Stands on the root element.</param>
    /// <returns>The bytes of the zip container.</returns>
    public static byte[] Pack(XmlReader reader)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            while (reader.ReadToFollowing("part", Namespace))
                Add(zip, reader);
        return packed.ToArray();
    }

    static void Add(ZipArchive zip, XmlReader reader)
    {
        var name = (reader.GetAttribute("name", Namespace) ?? string.Empty).TrimStart('/');
        using var part = reader.ReadSubtree();
        while (part.Read())
            if (part.NodeType == XmlNodeType.Element && part.LocalName is "xmlData" or "binaryData")
            {
                var content = part.LocalName == "xmlData" ? Encoding.UTF8.GetBytes(part.ReadInnerXml())
                    : Convert.FromBase64String(part.ReadElementContentAsString());
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
                return;
            }
    }
}
