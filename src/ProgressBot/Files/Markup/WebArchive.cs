using System.Text;
using System.Text.RegularExpressions;

namespace ProgressBot.Files.Markup;

/// <summary>A page saved with its pictures in one file (MHTML, RFC 2557): the parts that are HTML.</summary>
static partial class WebArchive
{
    const int DeepestPart = 4;
    const int MostParts = 200;

    /// <summary>The file begins with headers of a message that has parts.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return Version().IsMatch(head) && head.Contains("multipart/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The HTML parts with something in them, in order.</summary>
    public static IReadOnlyList<string> Pages(byte[] bytes) =>
        [.. Pages(Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n"), DeepestPart).Take(MostParts)];

    static IEnumerable<string> Pages(string part, int depth)
    {
        var end = part.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || depth == 0)
            return [];
        var (headers, body) = (Folded().Replace(part[..end], " "), part[(end + 2)..]);
        if (Boundary().Match(headers) is { Success: true } boundary)
            return body.Split("--" + boundary.Groups["name"].Value).Skip(1).SelectMany(inner => Pages(inner.TrimStart('\n'), depth - 1));
        return Html().IsMatch(headers) ? [TextDecoding.Decode(Bytes(headers, body))] : [];
    }

    static byte[] Bytes(string headers, string body)
    {
        var encoding = Encoding64().Match(headers).Groups["how"].Value.ToLowerInvariant();
        return encoding switch
        {
            "base64" => Convert.FromBase64String(string.Concat(body.Where(letter => char.IsAsciiLetterOrDigit(letter)
                || letter is '+' or '/' or '='))),
            "quoted-printable" => Encoding.Latin1.GetBytes(Escape()
                .Replace(SoftBreak().Replace(body, string.Empty), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())),
            _ => Encoding.Latin1.GetBytes(body),
        };
    }

    [GeneratedRegex(@"^MIME-Version\s*:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("boundary\\s*=\\s*\"?(?<name>[^\"\\n;]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^Content-Type\s*:\s*(text/html|application/xhtml)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Html();

    [GeneratedRegex(@"^Content-Transfer-Encoding\s*:\s*(?<how>[\w-]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Encoding64();

    [GeneratedRegex(@"=[ \t]*\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Escape();
}
