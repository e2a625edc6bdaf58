using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>The zip container of an office file. Parts are unpacked under a limit and parsed without DTD; nothing outside is ever
/// fetched.</summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>The most that all parts together may unpack to, in bytes.</summary>
    public const long LargestUnpacked = 100L * 1024 * 1024;

    const int MostParts = 2000;

    readonly ZipArchive _zip;

    // names of parts are equal whatever their case, and some programs write them with backslashes
    readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">Damaged, or it unpacks to more than <see cref="LargestUnpacked"/>.</exception>
    public OfficePackage(Stream stream)
    {
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in _zip.Entries)
                _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            Measure();
        }
        catch (InvalidDataException damage)
        {
            throw new UnreadableFileException("damaged", damage);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Any part under this folder.</summary>
    public bool HasUnder(string folder) => _parts.Keys.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>A reader for an XML part; null when the package has no such part. DTDs are refused.</summary>
    public XmlReader? Open(string part) => _parts.TryGetValue(part, out var entry) ? new ShallowXmlReader(entry.Open()) : null;

    /// <summary>A small XML part as a tree; null when there is none.</summary>
    public XElement? Load(string? part)
    {
        using var reader = part is null ? null : Open(part);
        return reader is null ? null : XElement.Load(reader);
    }

    /// <summary>The whole of a part, at most <see cref="LargestUnpacked"/>; null when there is none.</summary>
    public byte[]? Bytes(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            return null;
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>What a part refers to; the package itself has the empty name.</summary>
    public IReadOnlyList<PartReference> References(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return [.. (Load($"{part[..slash]}_rels/{part[slash..]}.rels")?.Elements() ?? [])
            .Where(element => element.Name.LocalName == "Relationship")
            .Select(element => Reference(part, element))];
    }

    /// <summary>The part of this kind that another refers to, else the one that usually holds it; null when there is neither.</summary>
    /// <param name="of">The part that refers.</param>
    /// <param name="type">The last word of the relationship's type.</param>
    /// <param name="usual">Where programs put it by default.</param>
    public string? Find(string of, string type, string usual) =>
        References(of).FirstOrDefault(reference => reference.Type == type && !reference.IsOutside && Has(reference.Target))?.Target
        ?? (Has(usual) ? usual : null);

    /// <summary>The part with the document itself, by its relationship, else by content type; null when the package holds none.</summary>
    public string? MainPart() =>
        References(string.Empty).FirstOrDefault(reference => reference.Type == "officeDocument" && Has(reference.Target))?.Target
        ?? MainByContent() ?? (Has("word/document.xml") ? "word/document.xml" : Has("xl/workbook.xml") ? "xl/workbook.xml" : null);

    public void Dispose() => _zip.Dispose();

    string? MainByContent() => Load("[Content_Types].xml")?.Elements()
        .Where(part => ((string?)part.Attribute("ContentType"))?.EndsWith("main+xml", StringComparison.Ordinal) == true)
        .Select(part => ((string?)part.Attribute("PartName") ?? string.Empty).TrimStart('/')).FirstOrDefault(Has);

    static PartReference Reference(string part, XElement element)
    {
        var target = (string?)element.Attribute("Target") ?? string.Empty;
        var outside = (string?)element.Attribute("TargetMode") == "External";
        return new PartReference(
            (string?)element.Attribute("Id") ?? string.Empty, ((string?)element.Attribute("Type") ?? string.Empty).Split('/')[^1],
            outside ? target : PartReference.Resolve(part, target), outside);
    }

    // sizes in a zip's directory may lie, so the parts are really unpacked once, into nothing
    void Measure()
    {
        if (_zip.Entries.Count > MostParts || _zip.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw TooLarge();
        var buffer = new byte[1 << 17];
        var total = 0L;
        foreach (var entry in _zip.Entries.Where(entry => !entry.FullName.Contains("/media/", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((total += read) > LargestUnpacked)
                    throw TooLarge();
        }
    }

    static UnreadableFileException TooLarge() => new("unpacks_too_large", null, ("limit", LargestUnpacked / 1024 / 1024));
}
