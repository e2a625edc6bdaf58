using System.Security.Cryptography;
using System.Text;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Who calls: the bearer of a token, or a trusted site with the secret.</summary>
internal abstract record Caller
{
    private Caller() { }

    public sealed record Bearer(Grant Grant) : Caller;

    public sealed record Site : Caller;
}

/// <summary>Reads the Authorization header: 401 when it is missing or malformed, 403 when what it carries is not valid, expired or used from elsewhere.</summary>
internal sealed class CallerFilter(Tokens tokens, DirectLineOptions options) : IEndpointFilter
{
    const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Credential(http.Request) is not { } credential)
            return Refusal.Unauthorized();
        if (IsSecret(credential))
            return await ContinueAsync(new Caller.Site());
        return await tokens.ReadAsync(credential) switch
        {
            TokenReading.Good good when !IsFrom(good.Grant, http.Request) => Refusal.Origin(),
            TokenReading.Good good => await ContinueAsync(new Caller.Bearer(good.Grant)),
            TokenReading.Expired => Refusal.TokenExpired(),
            _ => Refusal.WrongToken(),
        };

        ValueTask<object?> ContinueAsync(Caller caller)
        {
            http.Features.Set(caller);
            return next(context);
        }
    }

    /// <summary>Whether a page of a trusted origin sent the request. Callers that are no browser send no Origin, and could send any.</summary>
    public static bool IsFrom(Grant grant, HttpRequest request) =>
        grant.Origins.Count == 0 || request.Headers.Origin is not [{ } origin] || grant.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    static string? Credential(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && !header.AsSpan(Scheme.Length).ContainsAny(' ', '\t') && header.Length > Scheme.Length
            ? header[Scheme.Length..]
            : null;

    bool IsSecret(string credential) =>
        options.Secret is { Length: > 0 } secret && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(credential), Encoding.UTF8.GetBytes(secret));
}

/// <summary>Reads what <see cref="CallerFilter"/> found, and opens conversations to those they belong to.</summary>
internal static class CallerAccess
{
    public static Caller GetCaller(this HttpContext http) => http.Features.Get<Caller>() ?? throw new InvalidOperationException("the endpoint asks for no caller");

    /// <summary>
    /// What the caller may do in a conversation: its grant, or a refusal. A token opens its own conversation only; the secret opens those begun through it.
    /// </summary>
    public static async Task<(Grant? Grant, IResult? Refusal)> EnterAsync(this HttpContext http, string conversationId, Conversations conversations)
    {
        if (await conversations.FindAsync(conversationId, http.RequestAborted) is not { } conversation)
            return (null, Refusal.NoConversation());
        return http.GetCaller() switch
        {
            Caller.Bearer bearer when bearer.Grant.ConversationId == conversationId => (bearer.Grant, null),
            Caller.Site when conversation.BySecret => (new Grant(conversationId, conversation.UserId, null, [], BySecret: true), null),
            _ => (null, Refusal.NotYours()),
        };
    }
}
