using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>The zip container of a docx or xlsx. Parts are unpacked under a limit and parsed without DTD; nothing outside is ever fetched.</summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>The most that all parts together may unpack to, in bytes.</summary>
    public const long LargestUnpacked = 100L * 1024 * 1024;

    const int MostParts = 2000;
    static readonly XName Relationship = XName.Get("Relationship", "http://schemas.openxmlformats.org/package/2006/relationships");

    readonly ZipArchive _zip;

    /// <exception cref="UnreadableFileException">Damaged, or it unpacks to more than <see cref="LargestUnpacked"/>.</exception>
    public OfficePackage(Stream stream)
    {
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            Measure();
        }
        catch (InvalidDataException damage)
        {
            throw new UnreadableFileException("文件已损坏，无法打开，请重新保存后再上传。", damage);
        }
    }

    public bool Has(string part) => _zip.GetEntry(part) is not null;

    /// <summary>Any part under this folder.</summary>
    public bool HasUnder(string folder) => _zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>A reader for an XML part; null when the package has no such part. DTDs are refused.</summary>
    public XmlReader? Open(string part) =>
        _zip.GetEntry(part) is { } entry ? new ShallowXmlReader(entry.Open()) : null;

    /// <summary>True when the bytes of a part hold these words.</summary>
    public bool Mentions(string part, ReadOnlySpan<byte> words)
    {
        using var stream = _zip.GetEntry(part)?.Open();
        var buffer = new byte[1 << 16];
        var kept = 0;
        for (int read; stream is not null && (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            if (buffer.AsSpan(0, kept + read).IndexOf(words) >= 0)
                return true;
            // the words may lie across the end of what has been read
            var tail = Math.Min(words.Length - 1, kept + read);
            buffer.AsSpan(kept + read - tail, tail).CopyTo(buffer);
            kept = tail;
        }

        return false;
    }

    /// <summary>The relationships of a part that point outside the package, with the last word of their type (image, attachedTemplate).</summary>
    public IEnumerable<(string Type, string Target)> ExternalTargets(string relationshipPart)
    {
        using var reader = Open(relationshipPart);
        if (reader is null)
            return [];
        return XElement.Load(reader).Elements(Relationship)
            .Where(relationship => (string?)relationship.Attribute("TargetMode") == "External")
            .Select(relationship => (((string?)relationship.Attribute("Type") ?? string.Empty).Split('/')[^1], (string?)relationship.Attribute("Target") ?? string.Empty))
            .ToList();
    }

    public void Dispose() => _zip.Dispose();

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

    static UnreadableFileException TooLarge() => new($"文件展开后超过 {LargestUnpacked / 1024 / 1024} MB，无法读取，请只保留任务表本身。");
}
