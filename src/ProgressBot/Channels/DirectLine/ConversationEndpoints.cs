using System.Globalization;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.People;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Starting, coming back to, reading and writing conversations.</summary>
internal static class ConversationEndpoints
{
    const int ReadAtOnce = 1000;

    /// <summary>201 for a new conversation, 200 when the token had begun it before. With the secret every start is a new one.</summary>
    public static async Task<IResult> StartAsync(HttpContext http, Conversations conversations, Tokens tokens)
    {
        var (request, refusal) = await TokenEndpoints.ReadAsync(http.Request);
        if (refusal is not null)
            return refusal;
        var grant = http.GetCaller() is Caller.Bearer bearer ? bearer.Grant : TokenEndpoints.GrantFor(request);
        var isNew = await conversations.StartAsync(grant, http.RequestAborted);
        // a repeated start means that the first answer was lost: the stream then begins at the beginning, too
        return Answer(http.Request, tokens, grant, watermark: 0, isNew ? 201 : 200);
    }

    /// <summary>A fresh stream: what comes after the watermark, or only what is new when the client has none.</summary>
    public static async Task<IResult> ReconnectAsync(string id, string? watermark, HttpContext http, Conversations conversations, ConversationLog log, Tokens tokens)
    {
        var (grant, refusal) = await http.EnterAsync(id, conversations);
        if (grant is null)
            return refusal!;
        return string.IsNullOrEmpty(watermark)
            ? Answer(http.Request, tokens, grant, await log.LastAsync(id, http.RequestAborted), 200)
            : TryWatermark(watermark, out var after) ? Answer(http.Request, tokens, grant, after, 200) : BadWatermark();
    }

    /// <summary>What comes after the watermark, from the beginning without one.</summary>
    public static async Task<IResult> ReadAsync(string id, string? watermark, HttpContext http, Conversations conversations, ConversationLog log)
    {
        var (grant, refusal) = await http.EnterAsync(id, conversations);
        if (grant is null)
            return refusal!;
        if (!TryWatermark(watermark, out var after))
            return BadWatermark();
        var activities = await log.ReadAsync(id, after, ReadAtOnce, http.RequestAborted);
        return Results.Text(ActivitySet.Json(activities, activities.Count > 0 ? activities[^1].Number : after), "application/json");
    }

    /// <summary>One activity from the client; answers with its id once the bot has taken it.</summary>
    public static async Task<IResult> PostAsync(string id, HttpContext http, Conversations conversations, IncomingActivities incoming, DirectLineOptions options, CodeGuesses guesses)
    {
        var (grant, refusal) = await http.EnterAsync(id, conversations);
        if (grant is null)
            return refusal!;
        var (activity, unreadable) = await JsonBody.ReadAsync<Activity>(http.Request, options.MaxActivityBytes);
        if ((unreadable ?? IncomingActivities.Check(grant, activity)) is { } unfit)
            return unfit;
        if (InvitationCode.Hash(ActivityMapping.TextOf(activity!)) is not null && !guesses.Allows(http))
            return await incoming.SlowDownAsync(grant);
        return await incoming.TakeAsync(grant, activity!, [], http.RequestAborted);
    }

    static IResult Answer(HttpRequest request, Tokens tokens, Grant grant, long watermark, int status) =>
        Results.Json(
            new ConversationAnswer(grant.ConversationId, tokens.Issue(grant), (int)Tokens.Lifetime.TotalSeconds)
            {
                StreamUrl = StreamEndpoint.Url(request, grant.ConversationId, tokens.IssueStream(grant, watermark)),
            },
            ActivityJson.Options,
            statusCode: status);

    static bool TryWatermark(string? watermark, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(watermark) || long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    static IResult BadWatermark() => Refusal.Malformed("The watermark is not one that was given out here.");
}
