namespace ProgressBot.Channels.BotFramework;

/// <summary>Which Connector may be sent to. A service URL comes from outside; a token sent to the wrong host is a token given away.</summary>
internal sealed class TrustedHosts(IEnumerable<string> hosts, bool loopback)
{
    readonly string[] suffixes = [.. hosts.Select(host => "." + host)];

    /// <summary>True for https to a listed host or a subdomain of one, at its standard port; and for this machine when that is allowed.</summary>
    public bool Allow(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && (IsOwnMachine(url) ? loopback : IsListed(url));

    bool IsListed(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && suffixes.Any(suffix => ("." + url.IdnHost).EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    static bool IsOwnMachine(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
