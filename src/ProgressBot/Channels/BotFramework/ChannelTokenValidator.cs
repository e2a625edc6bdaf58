using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// Decides whether a request to <c>/api/messages</c> comes from the Bot Framework channel service, by the rules of "Authentication with the Bot Connector
/// API", read strictly: a token must expire, its key must be endorsed for the activity's channel, and its <c>serviceurl</c> must be the activity's.
/// </summary>
internal sealed class ChannelTokenValidator(SigningKeys keys, BotFrameworkOptions options, TimeProvider time)
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>What can be said before the body is read: header, signature, issuer, lifetime, audience.</summary>
    /// <param name="header">The Authorization header as it came.</param>
    public async Task<TokenVerdict> ValidateAsync(string? header, CancellationToken cancellationToken)
    {
        if (header?.Split(' ') is not ["Bearer", { Length: > 0 } text] || !handler.CanReadToken(text))
            return new TokenVerdict.Invalid("no bearer token");
        if (!TryRead(text, out var token) || token.Kid is not { Length: > 0 } kid)
            return new TokenVerdict.Invalid("the token names no key");
        if (await keys.FindAsync(kid, cancellationToken) is not { } key)
            return new TokenVerdict.Invalid("unknown signing key");
        return await ValidateAsync(token, key);
    }

    /// <summary>What the activity adds: the token speaks for this service URL, and its key for this channel. Null when both hold.</summary>
    public static TokenVerdict.NotForUs? Compare(TokenVerdict.Valid valid, string? serviceUrl, string? channelId)
    {
        if (!valid.Token.TryGetPayloadValue<string>("serviceurl", out var claimed) || string.IsNullOrEmpty(claimed) || string.IsNullOrEmpty(serviceUrl))
            return new("no service URL in token or activity");
        if (!claimed.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase))
            return new("the token is for another service URL");
        return channelId is not null && valid.Key.Endorsements.Contains(channelId) ? null : new("the key is not endorsed for this channel");
    }

    bool TryRead(string text, out JsonWebToken token)
    {
        try
        {
            token = handler.ReadJsonWebToken(text);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException or FormatException)
        {
            token = null!;
            return false;
        }
    }

    async Task<TokenVerdict> ValidateAsync(JsonWebToken token, ChannelKey key)
    {
        var result = await handler.ValidateTokenAsync(token, Rules(key));
        if (!result.IsValid)
            return new TokenVerdict.Invalid(result.Exception.GetType().Name);
        return token.Audiences.SequenceEqual([options.AppId])
            ? new TokenVerdict.Valid(token, key)
            : new TokenVerdict.NotForUs("the token is addressed to another bot");
    }

    TokenValidationParameters Rules(ChannelKey key) => new()
    {
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        ValidIssuer = options.Endpoints.Issuer,
        ValidateAudience = false, // compared afterwards: a genuine token for another bot is answered differently
        LifetimeValidator = (from, until, _, _) => IsWithin(from, until),
    };

    bool IsWithin(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now - Skew < end && (from is not { } start || now + Skew > start);
    }
}
