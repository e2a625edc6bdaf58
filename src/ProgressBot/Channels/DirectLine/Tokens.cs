using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Whom a token stands for.</summary>
/// <param name="ConversationId">The one conversation it opens.</param>
/// <param name="UserId">Who speaks; null when whoever minted it bound nobody.</param>
/// <param name="UserName">Shown beside the messages.</param>
/// <param name="Origins">The pages it may be used from; empty for any.</param>
/// <param name="BySecret">Minted by a trusted site.</param>
internal sealed record Grant(string ConversationId, string? UserId, string? UserName, IReadOnlyList<string> Origins, bool BySecret);

/// <summary>
/// Tokens of Direct Line: signed JSON Web Tokens (HS256) with a text claim <c>user</c>, which the client library reads. Lifetimes go by the bot's clock.
/// </summary>
internal sealed class Tokens(SymmetricSecurityKey key, TimeProvider clock)
{
    /// <summary>The client renews after half of it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1800);

    /// <summary>How long a stream's address may be used to open it.</summary>
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    const string Issuer = "progressbot";
    const string ChatAudience = "directline";
    const string StreamAudience = "directline-stream";

    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    readonly SigningCredentials credentials = new(key, SecurityAlgorithms.HmacSha256);

    public string Issue(Grant grant) => Write(ChatAudience, Lifetime, Claims(grant));

    /// <summary>A credential that opens the stream of one conversation from a watermark on.</summary>
    public string IssueStream(Grant grant, long watermark) =>
        Write(StreamAudience, StreamLifetime, [.. Claims(grant), new("wm", watermark.ToString(CultureInfo.InvariantCulture))]);

    public async Task<TokenReading> ReadAsync(string token) => await ReadAsync(token, ChatAudience);

    public async Task<TokenReading> ReadStreamAsync(string token) => await ReadAsync(token, StreamAudience);

    static List<KeyValuePair<string, object?>> Claims(Grant grant) =>
    [
        new("conv", grant.ConversationId),
        new("user", grant.UserId),
        new("name", grant.UserName),
        new("origins", grant.Origins.Count > 0 ? JsonSerializer.Serialize(grant.Origins) : null),
        new("site", grant.BySecret ? "1" : null),
    ];

    string Write(string audience, TimeSpan lifetime, List<KeyValuePair<string, object?>> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims.Append(new("jti", Guid.NewGuid().ToString("N"))).Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!),
            SigningCredentials = credentials,
        });
    }

    async Task<TokenReading> ReadAsync(string token, string audience)
    {
        var validated = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // the library knows the machine's clock only; see below
            ValidateLifetime = false,
        });
        if (!validated.IsValid || validated.SecurityToken is not JsonWebToken read || !read.TryGetPayloadValue<long>("exp", out var expires))
            return new TokenReading.Wrong();
        return DateTimeOffset.FromUnixTimeSeconds(expires) <= clock.GetUtcNow()
            ? new TokenReading.Expired()
            : new TokenReading.Good(GrantOf(read), long.Parse(Text(read, "wm") ?? "0", CultureInfo.InvariantCulture));
    }

    static Grant GrantOf(JsonWebToken token) => new(
        Text(token, "conv")!,
        Text(token, "user"),
        Text(token, "name"),
        Text(token, "origins") is { } origins ? JsonSerializer.Deserialize<string[]>(origins)! : [],
        Text(token, "site") is not null);

    static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}

/// <summary>What a presented token turned out to be.</summary>
internal abstract record TokenReading
{
    private TokenReading() { }

    /// <param name="Watermark">Where a stream begins; 0 in a chat token.</param>
    public sealed record Good(Grant Grant, long Watermark) : TokenReading;

    public sealed record Expired : TokenReading;

    public sealed record Wrong : TokenReading;
}
