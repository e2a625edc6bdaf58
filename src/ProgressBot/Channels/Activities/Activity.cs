using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>
/// One activity of the Bot Framework protocol (Activity 3.x): everything that travels between a client, a channel and a bot. Fields nobody here
/// knows are kept and written back; bodies that belong to others (value, channel data, entities) stay raw JSON, so that nothing is re-typed.
/// </summary>
internal sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; anything else is accepted and ignored. Null in what a client sent wrongly.</summary>
    public string? Type { get; init; }

    /// <summary>Opaque, given by the channel.</summary>
    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>When the channel took it, UTC.</summary>
    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The sender's own clock, ISO 8601 with offset, as written.</summary>
    public string? LocalTimestamp { get; init; }

    /// <summary>An IANA zone name.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }

    public string? Text { get; init; }

    /// <summary>plain, markdown or xml; see <see cref="TextFormats"/>.</summary>
    public string? TextFormat { get; init; }

    public string? Speak { get; init; }

    /// <summary>acceptingInput, expectingInput or ignoringInput.</summary>
    public string? InputHint { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>list or carousel.</summary>
    public string? AttachmentLayout { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>normal, expectReplies, stream; anything else means normal.</summary>
    public string? DeliveryMode { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public JsonElement? Value { get; init; }

    public string? ValueType { get; init; }

    public JsonElement? ChannelData { get; init; }

    public JsonElement? RelatesTo { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>The name of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>add or remove, for an installation update.</summary>
    public string? Action { get; init; }

    public string? Code { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>Values of <see cref="Activity.TextFormat"/>.</summary>
internal static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
}
