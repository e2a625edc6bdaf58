using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What an activity means to the bot, and who says it. Activities that mean nothing to it map to nothing.</summary>
internal static class IncomingMapping
{
    /// <summary>Longer ids, or ids with control characters, come from no channel.</summary>
    const int LongestId = 1000;

    /// <summary>The person an activity concerns: the sender; for somebody who just joined, the newcomer. Null when there is nobody to greet or answer.</summary>
    public static ChannelAccount? PersonOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.InstallationUpdate => Sender(activity),
        ActivityTypes.MessageUpdate => IsUndo(activity) ? null : Sender(activity),
        ActivityTypes.ConversationUpdate => Newcomer(activity),
        _ => null,
    };

    /// <summary>True when the ids an answer needs are there and can be kept.</summary>
    public static bool IsAddressed(Activity activity, ChannelAccount person) =>
        IsId(activity.ChannelId) && IsId(activity.Conversation?.Id) && IsId(person.Id) && IsId(activity.ServiceUrl)
        && (activity.Id is null || IsId(activity.Id)) && (activity.Locale is null || IsId(activity.Locale));

    /// <summary>A message, an edited message, or an arrival (which is a message without words).</summary>
    public static Incoming ToIncoming(Activity activity, Address from, IReadOnlyList<IncomingFile> files, DateTimeOffset now)
    {
        var isArrival = activity.Type == ActivityTypes.ConversationUpdate;
        return new Incoming(from, MessageId(activity), isArrival ? "" : Said(activity), now)
        {
            Files = files,
            Card = isArrival ? null : ActivityMapping.CardOf(activity),
            Locale = activity.Locale,
            SenderName = isArrival ? null : activity.From?.Name,
            Replaces = activity.Type == ActivityTypes.MessageUpdate ? ChannelId(activity) : null,
        };
    }

    static ChannelAccount? Sender(Activity activity) =>
        activity.From is { } sender && !(sender.Role == Roles.Bot || (sender.Id is not null && sender.Id == activity.Recipient?.Id)) ? sender : null;

    // the bot greets who joins it; in a personal Teams chat it is the bot that joins
    static ChannelAccount? Newcomer(Activity activity)
    {
        var added = activity.MembersAdded?.Where(member => member is not null).ToArray() ?? [];
        var people = Array.FindAll(added, member => member.Id != activity.Recipient?.Id);
        if (people.Length > 0)
            return people[0];
        return added.Length > 0 && activity is { ChannelId: TeamsCard.ChannelId, Conversation.ConversationType: TeamsCard.PersonalChat } ? Sender(activity) : null;
    }

    // Teams tells with the same type that a deleted message was brought back
    static bool IsUndo(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("eventType", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() != "editMessage";

    static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !HasControls(id);

    // the two ranges of char.IsControl
    static bool HasControls(ReadOnlySpan<char> id) => id.ContainsAnyInRange('\0', '\x1f') || id.ContainsAnyInRange('\x7f', '\x9f');

    // NUL is legal in JSON and in no database's text
    static string Said(Activity activity) => Mentions.Strip(activity, ActivityMapping.TextOf(activity)).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>
    /// Channels number within a conversation, hence the conversation in front. An edit carries the id of what it edits, so its text is added:
    /// delivered twice it is the same message, edited again it is another.
    /// </summary>
    static string MessageId(Activity activity)
    {
        var id = ChannelId(activity);
        return activity.Type == ActivityTypes.MessageUpdate ? $"{id}|{Digest($"{activity.Timestamp:O}{activity.Text}")}" : id;
    }

    static string ChannelId(Activity activity) => $"{activity.ChannelId}|{activity.Conversation!.Id}|{activity.Id ?? Guid.NewGuid().ToString()}";

    static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
