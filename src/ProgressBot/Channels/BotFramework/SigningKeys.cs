using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The channel service's signing keys, found through its metadata document. They are fetched again after a day; and when a token names a key nobody
/// knows, at most once an hour, because anyone can make up names. A failed fetch is tried again after a minute and the last good copy serves on.
/// IdentityModel's own ConfigurationManager would do, but it reads the machine's clock and refreshes behind the request that needs the new key.
/// </summary>
internal sealed class SigningKeys(IHttpClientFactory clients, BotFrameworkOptions options, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    static readonly TimeSpan BetweenSearches = TimeSpan.FromHours(1);
    static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    readonly string metadataUrl = options.Endpoints.MetadataUrl;
    readonly SemaphoreSlim refreshing = new(1, 1);
    Copy last = new(new Dictionary<string, ChannelKey>(), DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key of that name; null when the service has none, or none could ever be fetched.</summary>
    public async ValueTask<ChannelKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (MustFetch(kid))
            await RefreshAsync(kid, cancellationToken);
        return last.Keys.GetValueOrDefault(kid);
    }

    public void Dispose() => refreshing.Dispose();

    bool MustFetch(string kid)
    {
        var now = time.GetUtcNow();
        return now >= last.MayFetchAt && (now >= last.StaleAt || !last.Keys.ContainsKey(kid));
    }

    async Task RefreshAsync(string kid, CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            if (MustFetch(kid))
                last = await FetchAsync(cancellationToken);
        }
        finally
        {
            refreshing.Release();
        }
    }

    async Task<Copy> FetchAsync(CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(HttpClients.Keys);
        try
        {
            var metadata = OpenIdConnectConfiguration.Create(await http.GetStringAsync(metadataUrl, cancellationToken));
            var keys = ChannelKey.ReadSet(await http.GetStringAsync(KeySetUrl(metadata), cancellationToken));
            return new Copy(keys, time.GetUtcNow() + BetweenSearches, time.GetUtcNow() + Lifetime);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && IsOfTheDocument(problem))
        {
            log.LogWarning(
                "The channel service's signing keys could not be fetched ({Problem}); {Count} known keys serve on.", problem.GetType().Name, last.Keys.Count);
            return last with { MayFetchAt = time.GetUtcNow() + AfterFailure };
        }
    }

    // a metadata document that came over https must not lead to keys that do not
    Uri KeySetUrl(OpenIdConnectConfiguration metadata) =>
        Uri.TryCreate(metadata.JwksUri, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || new Uri(metadataUrl).IsLoopback)
            ? url
            : throw new HttpRequestException("The metadata names no key set that can be trusted.");

    static bool IsOfTheDocument(Exception problem) =>
        problem is HttpRequestException or TaskCanceledException or JsonException or ArgumentException or InvalidOperationException or SecurityTokenException;

    sealed record Copy(IReadOnlyDictionary<string, ChannelKey> Keys, DateTimeOffset MayFetchAt, DateTimeOffset StaleAt);
}
