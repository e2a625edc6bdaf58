using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>
/// Takes what a client posted: overwrites what only the channel may say, shows it to everybody in the conversation (the echo), and then hands messages to
/// the bot, so that the echo is always there before the reply.
/// </summary>
internal sealed class IncomingActivities(
    ConversationLog log, ReceiveMessage receive, FindWordingAt findWording, IHostApplicationLifetime host, TimeProvider clock,
    ILogger<IncomingActivities> logger)
{
    public static readonly ChannelAccount Bot = new() { Id = "progressbot", Name = "进展报送", Role = Roles.Bot };

    static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.ConversationUpdate, ActivityTypes.MessageReaction,
        ActivityTypes.EndOfConversation, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete,
    };

    /// <summary>Why an activity cannot be taken; null when it can.</summary>
    public static IResult? Check(Grant grant, Activity? activity) => activity switch
    {
        null => Refusal.Malformed("The body must be an activity."),
        { Type: null or "" } => Refusal.Malformed("The activity has no type."),
        { Type: var type } when !Known.Contains(type) => Refusal.Malformed("The activity's type is not known here."),
        { From.Id: { } id } when grant.UserId is null && id.StartsWith("dl_", StringComparison.Ordinal) => Refusal.UserId(),
        _ => null,
    };

    /// <summary>Takes one activity that passed <see cref="Check"/>; the answer holds its id.</summary>
    public async Task<IResult> TakeAsync(Grant grant, Activity posted, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken)
    {
        var activity = Own(grant, posted);
        if (activity.Type is ActivityTypes.Typing or ActivityTypes.ConversationUpdate)
            return Accepted($"{grant.ConversationId}|{Guid.NewGuid():N}");
        var once = ClientMark(activity) is { } mark ? $"client:{mark}" : null;
        var logged = await log.AppendAsync(grant.ConversationId, activity, once, cancellationToken);
        return activity.Type is not ActivityTypes.Message || await ReachesBotAsync(grant, activity, logged, files)
            ? Accepted(logged.ActivityId)
            : Refusal.BotFailed();
    }

    /// <summary>Refuses one more try of a code; said in the conversation, too, once a minute.</summary>
    public async Task<IResult> SlowDownAsync(Grant grant)
    {
        var wording = await findWording(new Address(WebChatChannel.ChannelName, grant.ConversationId), host.ApplicationStopping);
        var said = new Outgoing(wording.Text("refusal.codes_typed_too_often"));
        var words = ActivityMapping.ToActivity(said) with { ChannelId = WebChatChannel.ChannelName, From = Bot };
        await log.AppendAsync(grant.ConversationId, words, $"slow:{clock.GetUtcNow():yyyyMMddHHmm}", host.ApplicationStopping);
        return Refusal.TooMany();
    }

    static Activity Own(Grant grant, Activity posted) => posted with
    {
        ChannelId = WebChatChannel.ChannelName,
        ServiceUrl = null,
        From = (posted.From ?? new ChannelAccount()) with
        {
            Id = grant.UserId ?? posted.From?.Id ?? "user",
            Name = grant.UserName ?? posted.From?.Name,
            Role = Roles.User,
        },
        Recipient = Bot,
        Others = posted.Others?.Where(field => !field.Key.Equals("callerId", StringComparison.OrdinalIgnoreCase)).ToDictionary(),
    };

    static string? ClientMark(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var mark) &&
        mark.ValueKind is JsonValueKind.String && mark.GetString() is { Length: > 0 and <= 250 } text ? text : null;

    // a repetition is handed on as well: the first one may have been cut off between its echo and its turn, and the turn knows the id
    async Task<bool> ReachesBotAsync(Grant grant, Activity activity, Logged logged, IReadOnlyList<StoredFile> files)
    {
        try
        {
            await receive(ToIncoming(grant, activity, logged, files), host.ApplicationStopping);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !host.ApplicationStopping.IsCancellationRequested)
        {
            logger.LogError(failure, "Message {Activity} was not taken by the bot", logged.ActivityId);
            return false;
        }
    }

    static Incoming ToIncoming(Grant grant, Activity activity, Logged logged, IReadOnlyList<StoredFile> files) =>
        new(new Address(WebChatChannel.ChannelName, grant.ConversationId), logged.ActivityId, ActivityMapping.TextOf(activity), logged.At)
        {
            Files = [.. files.Select(file => new IncomingFile(file.Name, file.ContentType, file.Size, file.Key))],
            Card = ActivityMapping.CardOf(activity),
            Locale = activity.Locale,
            SenderName = activity.From?.Name,
        };

    static IResult Accepted(string id) => Results.Json(new ResourceResponse(id), ActivityJson.Options);

    sealed record ResourceResponse(string Id);
}
