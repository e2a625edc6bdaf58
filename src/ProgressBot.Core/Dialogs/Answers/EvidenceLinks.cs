using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The addresses in a message.</summary>
static partial class EvidenceLinks
{
    /// <summary>Every address with its scheme, in order; whether it may be used is <see cref="IsUsable"/>.</summary>
    public static List<string> Find(string text)
    {
        var links = new List<string>();
        foreach (var match in Address().EnumerateMatches(text))
            if (text.AsSpan(match.Index, match.Length).TrimEnd(".,!?)").ToString() is var link && !links.Contains(link)) links.Add(link);
        return links;
    }

    /// <summary>The addresses that can be evidence; of others the person is told why they cannot.</summary>
    public static List<string> Take(Turn turn)
    {
        var usable = new List<string>();
        foreach (var link in Find(turn.Text))
            if (IsUsable(link)) usable.Add(link);
            else turn.Say("report.link_refused", ("link", link.Length > 60 ? link[..60] + "…" : link));
        return usable;
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

    // ends at white space and at the Chinese punctuation that follows a link in a sentence
    [GeneratedRegex(@"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|javascript:|data:)[^\s，。；、）】」》“”]+")]
    private static partial Regex Address();
}
