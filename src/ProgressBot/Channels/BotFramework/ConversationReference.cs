using System.Text.Encodings.Web;
using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>How to reach one person in one conversation later on: what a proactive message needs, as the person's latest activity told it.</summary>
internal sealed record ConversationReference
{
    // later than this a message is not an answer any more, but the bot's own word
    static readonly TimeSpan Answering = TimeSpan.FromMinutes(15);

    static readonly JsonSerializerOptions KeyText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The key of <see cref="Address"/>: channel, conversation and user id as a JSON array.</summary>
    public required string Key { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>Where the Connector is. Moves with time and region, hence taken from every activity.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>True when the service URL came with a verified token; a token of ours goes nowhere else.</summary>
    public bool IsVerified { get; init; }

    // accounts as JSON: channels put more into them than anybody models, and want it back
    public required string Conversation { get; init; }
    public required string User { get; init; }
    public required string Bot { get; init; }

    public string? Locale { get; init; }

    /// <summary>When the person was last heard here, UTC; stored to the day.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Since when nothing reaches the person here; null while it does.</summary>
    public DateTimeOffset? DeadSince { get; init; }

    /// <summary>The activity to answer; known only while this process remembers it.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The card of the bot's whose button was tapped, and which the answer replaces; known as long as <see cref="ActivityId"/>.</summary>
    public string? CardId { get; init; }

    /// <summary>True where others read along: in a Teams group chat or channel.</summary>
    public bool IsGroup => ChannelId == TeamsCard.ChannelId && ConversationAccount.ConversationType is not (null or TeamsCard.PersonalChat);

    /// <summary>The accounts as the activity had them, which spares whoever answers it to read their JSON; null in what is remembered.</summary>
    public Accounts? Heard { get; init; }

    public ConversationAccount ConversationAccount => Heard?.Conversation ?? JsonSerializer.Deserialize<ConversationAccount>(Conversation, ActivityJson.Options)!;

    public ChannelAccount UserAccount => Heard?.User ?? JsonSerializer.Deserialize<ChannelAccount>(User, ActivityJson.Options)!;

    public ChannelAccount BotAccount => Heard?.Bot ?? JsonSerializer.Deserialize<ChannelAccount>(Bot, ActivityJson.Options)!;

    public Address Address => new(BotFrameworkChannel.ChannelName, Key);

    /// <summary>The reference that an activity carries.</summary>
    /// <param name="user">Whom it is about; the sender, but for somebody who was just added.</param>
    public static ConversationReference Of(Activity activity, ChannelAccount user, bool verified, DateTimeOffset now) =>
        Of(activity, new Accounts(activity.Conversation!, user, activity.Recipient ?? new ChannelAccount()), verified, now);

    static ConversationReference Of(Activity activity, Accounts accounts, bool verified, DateTimeOffset now) => new()
    {
        Key = KeyOf(activity.ChannelId!, accounts.Conversation.Id!, accounts.User.Id!),
        ChannelId = activity.ChannelId!,
        ServiceUrl = activity.ServiceUrl!,
        IsVerified = verified,
        Conversation = ActivityJson.Write(accounts.Conversation),
        User = ActivityJson.Write(accounts.User),
        Bot = ActivityJson.Write(accounts.Bot),
        Heard = accounts,
        Locale = activity.Locale,
        SeenAt = now,
        ActivityId = activity.Type == ActivityTypes.ConversationUpdate ? null : activity.Id,
        CardId = activity is { Type: ActivityTypes.Message, ChannelId: TeamsCard.ChannelId, Value.ValueKind: JsonValueKind.Object } ? activity.ReplyToId : null,
    };

    public static string KeyOf(string channelId, string conversationId, string userId) =>
        JsonSerializer.Serialize(new[] { channelId, conversationId, userId }, KeyText);

    /// <summary>The reference as a message of that moment uses it: what is to be answered is there only while an answer is still one.</summary>
    public ConversationReference For(DateTimeOffset moment) => moment - SeenAt < Answering ? this : this with { ActivityId = null, CardId = null };

    /// <summary>Addresses an activity of the bot to this person.</summary>
    public Activity Apply(Activity activity) => activity with
    {
        ChannelId = ChannelId,
        Conversation = ConversationAccount,
        From = BotAccount,
        Recipient = UserAccount,
        Locale = activity.Locale ?? Locale,
        ReplyToId = activity.ReplyToId ?? ActivityId,
    };

    /// <summary>Who talks where, read.</summary>
    public sealed record Accounts(ConversationAccount Conversation, ChannelAccount User, ChannelAccount Bot);
}
