using System.Buffers.Binary;
using System.Text;

namespace ProgressBot.Files.Office;

/// <summary>The container of Office 97 files ([MS-CFB]): streams by name, in sectors that are chained by a table.</summary>
sealed class CompoundFile
{
    const uint LastSector = 0xFFFFFFFA;
    const int EntrySize = 128;

    readonly byte[] _bytes;
    readonly int _sector;
    readonly uint[] _next;

    /// <param name="bytes">The whole file, which begins with the container's sign.</param>
    /// <exception cref="InvalidDataException">Damaged.</exception>
    public CompoundFile(byte[] bytes)
    {
        if (bytes.Length < 512 || Half(bytes, 0x1E) is not (9 or 12))
            throw new InvalidDataException("The container's header is damaged.");
        (_bytes, _sector) = (bytes, 1 << Half(bytes, 0x1E));
        _next = [.. TableSectors().SelectMany(sector => Words(Sector(sector)))];
    }

    /// <summary>A stream; null when there is none of this name.</summary>
    public byte[]? Stream(string name)
    {
        var directory = Chain(Word(_bytes, 0x30), _next, Sector);
        var root = Size(directory, 0);
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
            if (Half(directory, at + 64) is > 2 and <= 64 and var length && Encoding.Unicode.GetString(directory, at, length - 2) == name)
                return Content(directory, at, root.Start);
        return null;
    }

    // short streams lie in pieces of 64 bytes inside the stream of the root
    byte[] Content(byte[] directory, int at, uint root)
    {
        var (start, size) = Size(directory, at);
        if (size >= Word(_bytes, 0x38))
            return Cut(Chain(start, _next, Sector), size);
        var small = Chain(root, _next, Sector);
        uint[] next = [.. Words(Chain(Word(_bytes, 0x3C), _next, Sector))];
        return Cut(Chain(start, next, piece =>
            small.AsMemory((int)Math.Min(piece * 64L, small.Length), (int)Math.Min(64, Math.Max(0, small.Length - (piece * 64L))))), size);
    }

    static byte[] Cut(byte[] content, uint size) => content.Length > size ? content[..(int)size] : content;

    static byte[] Chain(uint first, uint[] next, Func<uint, ReadOnlyMemory<byte>> read)
    {
        using var content = new MemoryStream();
        // as many steps as there are sectors: a chain that bites its tail ends
        for (var (sector, left) = (first, next.Length); sector < LastSector && sector < next.Length
            && left > 0; sector = next[sector], left--)
            content.Write(read(sector).Span);
        return content.ToArray();
    }

    // the first 109 stand in the header, the rest in sectors of their own
    IEnumerable<uint> TableSectors()
    {
        for (var index = 0; index < 109; index++)
            if (Word(_bytes, 0x4C + (index * 4)) is < LastSector and var sector)
                yield return sector;
        var most = _bytes.Length / _sector;
        for (var more = Word(_bytes, 0x44); more < LastSector && most-- > 0;)
        {
            var words = Words(Sector(more)).ToList();
            foreach (var sector in words.SkipLast(1).Where(sector => sector < LastSector))
                yield return sector;
            more = words.Count > 0 ? words[^1] : LastSector;
        }
    }

    ReadOnlyMemory<byte> Sector(uint index)
    {
        var at = (index + 1L) * _sector;
        return at >= _bytes.Length ? default : _bytes.AsMemory((int)at, (int)Math.Min(_sector, _bytes.Length - at));
    }

    static (uint Start, uint Size) Size(byte[] directory, int at) =>
        at + EntrySize <= directory.Length ? (Word(directory, at + 116), Word(directory, at + 120)) : (LastSector, 0);

    static IEnumerable<uint> Words(ReadOnlyMemory<byte> bytes) =>
        Enumerable.Range(0, bytes.Length / 4).Select(index => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(index * 4)..]));

    static uint Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    static ushort Half(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
