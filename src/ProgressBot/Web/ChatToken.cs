using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using ProgressBot.Channels.Activities;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Web;

/// <summary>Gives the page the Direct Line token of whoever its cookie stands for; without a cookie, of a new visitor.</summary>
internal static class ChatToken
{
    // what a page shows at once of a long history
    const int Recent = 80;

    public static void MapChatToken(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/chat/token", IssueAsync);

    /// <summary>Whoever the cookie stands for, as a conversation and, when bound, a person.</summary>
    public static async Task<Chatter?> ChatterAsync(HttpContext http, Conversations conversations, FindPerson findPerson, FindPersonAt findPersonAt)
    {
        if (http.User.FindFirstValue(SignIn.PersonClaim) is { } personId && await findPerson(personId, http.RequestAborted) is { } person)
            return new Chatter($"dl_{person.Id}", await conversations.OfUserAsync($"dl_{person.Id}", http.RequestAborted), person);
        if (http.User.FindFirstValue(SignIn.VisitorClaim) is not { } visitor)
            return null;
        var conversation = await conversations.OfUserAsync(visitor, http.RequestAborted);
        return new Chatter(visitor, conversation, await findPersonAt(AddressOf(conversation), http.RequestAborted));
    }

    static async Task<IResult> IssueAsync(
        HttpContext http, Conversations conversations, ConversationLog log, Tokens tokens, FindPerson findPerson, FindPersonAt findPersonAt, ClaimAddress claim)
    {
        http.Response.Headers.CacheControl = "no-store";
        var chatter = await ChatterAsync(http, conversations, findPerson, findPersonAt) ?? await NewVisitorAsync(http, conversations);
        if (chatter.Person is { } person)
            await claim(person.Id, AddressOf(chatter.ConversationId), http.RequestAborted);
        var grant = new Grant(chatter.ConversationId, chatter.UserId, chatter.Person?.Name, [], BySecret: false);
        var last = await log.LastAsync(chatter.ConversationId, http.RequestAborted);
        return Results.Json(
            new Answer(chatter.ConversationId, tokens.Issue(grant), (int)Tokens.Lifetime.TotalSeconds, chatter.UserId, chatter.Person?.Name,
                chatter.Person?.Locale ?? "zh-CN", Watermark(Math.Max(0, last - Recent)), Watermark(last)),
            ActivityJson.Options);
    }

    static async Task<Chatter> NewVisitorAsync(HttpContext http, Conversations conversations)
    {
        var visitor = $"dl_visitor_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        await SignIn.AsVisitorAsync(http, visitor);
        return new Chatter(visitor, await conversations.OfUserAsync(visitor, http.RequestAborted), null);
    }

    static string Watermark(long number) => number.ToString(CultureInfo.InvariantCulture);

    static Address AddressOf(string conversationId) => new(WebChatChannel.ChannelName, conversationId);

    /// <summary>Somebody at a browser.</summary>
    internal sealed record Chatter(string UserId, string ConversationId, PersonIdentity? Person);

    /// <param name="ExpiresIn">Seconds.</param>
    /// <param name="Watermark">From where on the page shows the history.</param>
    /// <param name="Last">Where the history ends; the same when there is nothing to show.</param>
    sealed record Answer(
        string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string UserId, string? Name, string Locale,
        string Watermark, string Last);
}
