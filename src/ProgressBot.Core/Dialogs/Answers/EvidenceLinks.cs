using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The addresses in a message.</summary>
static partial class EvidenceLinks
{
    /// <summary>Links that one message may hold; more of them are asked for in another one.</summary>
    const int Most = 20;

    // characters that end a sentence or a bracket after a link
    const string Trailing = ".,!?)]}>'\"…~";

    /// <summary>
    /// Every address with its scheme, or with the domain that makes it one (www.…, mp.weixin.qq.com/…), in order, each once; whether it may be used is
    /// <see cref="IsUsable"/>. Words that are glued to it (….pdf谢谢) are none of it.
    /// </summary>
    public static IReadOnlyList<FoundLink> Find(string text)
    {
        var (links, known) = (new List<FoundLink>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var match in Address().EnumerateMatches(text))
        {
            var written = Cut(text.AsSpan(match.Index, match.Length));
            var url = HasScheme(written) ? written.ToString() : $"http://{written}";
            if (written.Length > 0 && known.Add(url)) links.Add(new FoundLink(url, match.Index, match.Index + written.Length));
        }
        return links;
    }

    /// <summary>The addresses that can be evidence; of others the person is told why they cannot, once for all of them.</summary>
    public static IReadOnlyList<FoundLink> Take(Turn turn)
    {
        var found = Find(turn.Text);
        var usable = found.Where(link => IsUsable(link.Url)).ToList();
        if (found.FirstOrDefault(link => !IsUsable(link.Url)) is { Url: { } refused })
            turn.Say(found.Count - usable.Count == 1 ? "report.link_refused" : "report.links_refused", ("link", refused.Length > 60 ? refused[..60] + "…" : refused), ("count", found.Count - usable.Count));
        if (usable.Count <= Most) return usable;
        turn.Say("report.links_left", ("most", Most), ("count", usable.Count - Most));
        return usable[..Most];
    }

    /// <summary>The message without its addresses.</summary>
    public static string Without(string text)
    {
        var (left, from) = (new System.Text.StringBuilder(text.Length), 0);
        foreach (var link in Find(text))
        {
            left.Append(text, from, link.Start - from);
            from = link.End;
        }
        return left.Append(text, from, text.Length - from).ToString().Trim();
    }

    /// <summary>http or https, with a host.</summary>
    public static bool IsUsable(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    /// <summary>A short name for a link: its last part, or its host.</summary>
    public static string NameOf(string link)
    {
        var uri = new Uri(link);
        var path = uri.AbsolutePath.AsSpan();
        if (path.EndsWith('/')) path = path[..^1];
        var last = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..].ToString());
        return last.Length is 0 or > 40 ? uri.Host : last;
    }

    static bool HasScheme(ReadOnlySpan<char> link) => Scheme().IsMatch(link);

    // a path may hold Chinese (/关于…的通知.pdf, /通知); what follows the end of a file's name, or a letter or digit at the very end, is the sentence's
    static ReadOnlySpan<char> Cut(ReadOnlySpan<char> link)
    {
        foreach (var file in FileEnd().EnumerateMatches(link))
        {
            link = link[..(file.Index + file.Length)];
            break;
        }
        link = link.TrimEnd(Trailing);
        var ascii = link.LastIndexOfAnyInRange('!', '~');
        return ascii == link.Length - 1 || (ascii >= 0 && link[ascii] is '/' or '=' && !IsHostOnly(link[..ascii])) ? link : link[..(ascii + 1)].TrimEnd(Trailing);
    }

    static bool IsHostOnly(ReadOnlySpan<char> link) => link.EndsWith(":/") || link.EndsWith(":");

    // ends at white space, at the Chinese punctuation that follows a link in a sentence, and where the next one begins
    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]{1,20}://|javascript:|data:|(?<![a-z0-9@.-])www\.|(?<![a-z0-9@./-])(?:[a-z0-9-]{1,40}\.){1,5}(?:cn|com|net|org)/)(?:(?!https?://|www\.)[^\s，。；、：！？…）（】【》《」「”“])+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("^(?:[a-z][a-z0-9+.-]{1,20}://|javascript:|data:)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|s?html?|jpe?g|png|gif|mp4|zip|rar|txt|csv)(?=[^\x00-\x7f])", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnd();
}

/// <param name="Url">With its scheme.</param>
/// <param name="Start">UTF-16 offset in the message.</param>
/// <param name="End">Behind its last character.</param>
readonly record struct FoundLink(string Url, int Start, int End);
