using System.Text;

namespace ProgressBot.Files;

/// <summary>Finds out how a text file is encoded: by its byte order mark, else UTF-8 when it is valid, else GB18030.</summary>
internal static class TextDecoding
{
    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    static readonly Encoding Gb18030 = Chinese();

    /// <exception cref="UnreadableFileException">The bytes are no text in any of these encodings.</exception>
    public static string Decode(byte[] bytes)
    {
        var text = ByMark(bytes) ?? Try(StrictUtf8, bytes) ?? Try(Gb18030, bytes);
        return text is not null && !IsBinary(text) ? text : throw new UnreadableFileException("binary");
    }

    static string? ByMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        _ => null,
    };

    static string? Try(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static bool IsBinary(string text) => text.AsSpan().IndexOf('\0') >= 0;

    static Encoding Chinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
