using System.Buffers.Binary;
using System.IO.Compression;

namespace ProgressBot.Channels.BotFramework;

/// <summary>A picture as PNG (ISO 15948): eight bits each of red, green, blue and opacity, unfiltered.</summary>
internal static class PngImage
{
    const int BytesPerPixel = 4;

    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="size">Width and height in pixels.</param>
    /// <param name="pixels">Row by row, four bytes each.</param>
    public static byte[] Encode(int size, ReadOnlySpan<byte> pixels)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, Header(size));
        Chunk(png, "IDAT"u8, Compress(size, pixels));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    static byte[] Header(int size)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 6); // bits per channel; true colour with opacity
        return header;
    }

    static byte[] Compress(int size, ReadOnlySpan<byte> pixels)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            for (var row = 0; row < size; row++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(pixels.Slice(row * size * BytesPerPixel, size * BytesPerPixel));
            }

        return compressed.ToArray();
    }

    static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
