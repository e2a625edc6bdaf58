using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.DirectLine;

/// <summary>What opens a conversation, as the protocol writes it.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record ConversationAnswer(string ConversationId, string Token, [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn)
{
    public string? StreamUrl { get; init; }
}

/// <summary>Whom a trusted site, or a client that has the secret, wants a token for.</summary>
internal sealed record TokenRequest(ChannelAccount? User, IReadOnlyList<string>? TrustedOrigins, string? Locale);

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    const int MaxBytes = 16 * 1024;

    /// <summary>A token for a new conversation; only for the holder of the secret. The user given here is the one who speaks.</summary>
    public static async Task<IResult> GenerateAsync(HttpContext http, Tokens tokens)
    {
        if (http.GetCaller() is not Caller.Site)
            return Refusal.WrongToken();
        var (request, refusal) = await ReadAsync(http.Request);
        return refusal ?? Answer(GrantFor(request), tokens);
    }

    /// <summary>The same grant for another half hour. An expired token never gets here.</summary>
    public static IResult Refresh(HttpContext http, Tokens tokens) =>
        http.GetCaller() is Caller.Bearer bearer ? Answer(bearer.Grant, tokens) : Refusal.WrongToken();

    public static Task<(TokenRequest? Value, IResult? Refusal)> ReadAsync(HttpRequest request) => JsonBody.ReadAsync<TokenRequest>(request, MaxBytes);

    public static Grant GrantFor(TokenRequest? request) =>
        new(Conversations.NewId(), NullIfEmpty(request?.User?.Id), NullIfEmpty(request?.User?.Name), request?.TrustedOrigins ?? [], BySecret: true);

    static IResult Answer(Grant grant, Tokens tokens) =>
        Results.Json(new ConversationAnswer(grant.ConversationId, tokens.Issue(grant), (int)Tokens.Lifetime.TotalSeconds), ActivityJson.Options);

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
