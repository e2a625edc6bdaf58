using System.Text.Json;

namespace ProgressBot.Channels.Activities;

/// <summary>Writes activities by hand, byte for byte as the serializer would with <see cref="ActivityJson.Options"/>, in half the time: a turn writes little else to the wire.</summary>
internal static class ActivityWriter
{
    public static void Write(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartObject();
        Write(json, "type"u8, activity.Type);
        Write(json, "id"u8, activity.Id);
        Write(json, "channelId"u8, activity.ChannelId);
        Write(json, "serviceUrl"u8, activity.ServiceUrl);
        Write(json, "conversation"u8, activity.Conversation, Write);
        Write(json, "from"u8, activity.From, Write);
        Write(json, "recipient"u8, activity.Recipient, Write);
        Write(json, "replyToId"u8, activity.ReplyToId);
        if (activity.Timestamp is { } at) Write(json, "timestamp"u8, UtcTimestampConverter.Text(at));
        Write(json, "localTimestamp"u8, activity.LocalTimestamp);
        Write(json, "localTimezone"u8, activity.LocalTimezone);
        Write(json, "locale"u8, activity.Locale);
        Write(json, "text"u8, activity.Text);
        Write(json, "textFormat"u8, activity.TextFormat);
        Write(json, "speak"u8, activity.Speak);
        Write(json, "inputHint"u8, activity.InputHint);
        Write(json, "summary"u8, activity.Summary);
        WriteAll(json, "attachments"u8, activity.Attachments, Write);
        Write(json, "attachmentLayout"u8, activity.AttachmentLayout);
        Write(json, "suggestedActions"u8, activity.SuggestedActions, Write);
        Write(json, "deliveryMode"u8, activity.DeliveryMode);
        WriteAll(json, "entities"u8, activity.Entities, static (json, entity) => entity.WriteTo(json));
        Write(json, "value"u8, activity.Value);
        Write(json, "valueType"u8, activity.ValueType);
        Write(json, "channelData"u8, activity.ChannelData);
        Write(json, "relatesTo"u8, activity.RelatesTo);
        WriteAll(json, "membersAdded"u8, activity.MembersAdded, Write);
        WriteAll(json, "membersRemoved"u8, activity.MembersRemoved, Write);
        Write(json, "name"u8, activity.Name);
        Write(json, "action"u8, activity.Action);
        Write(json, "code"u8, activity.Code);
        End(json, activity.Others);
    }

    public static void Write(Utf8JsonWriter json, ConversationAccount account)
    {
        json.WriteStartObject();
        Write(json, "id"u8, account.Id);
        Write(json, "name"u8, account.Name);
        if (account.IsGroup is { } isGroup) json.WriteBoolean("isGroup"u8, isGroup);
        Write(json, "conversationType"u8, account.ConversationType);
        Write(json, "tenantId"u8, account.TenantId);
        Write(json, "aadObjectId"u8, account.AadObjectId);
        Write(json, "role"u8, account.Role);
        End(json, account.Others);
    }

    public static void Write(Utf8JsonWriter json, ChannelAccount account)
    {
        json.WriteStartObject();
        Write(json, "id"u8, account.Id);
        Write(json, "name"u8, account.Name);
        Write(json, "aadObjectId"u8, account.AadObjectId);
        Write(json, "role"u8, account.Role);
        End(json, account.Others);
    }

    static void Write(Utf8JsonWriter json, Attachment attachment)
    {
        json.WriteStartObject();
        Write(json, "contentType"u8, attachment.ContentType);
        Write(json, "contentUrl"u8, attachment.ContentUrl);
        Write(json, "content"u8, attachment.Content, static (json, content) => content.WriteTo(json));
        Write(json, "name"u8, attachment.Name);
        Write(json, "thumbnailUrl"u8, attachment.ThumbnailUrl);
        End(json, attachment.Others);
    }

    static void Write(Utf8JsonWriter json, SuggestedActions suggested)
    {
        json.WriteStartObject();
        WriteAll(json, "to"u8, suggested.To, static (json, id) => json.WriteStringValue(id));
        WriteAll(json, "actions"u8, suggested.Actions, Write);
        End(json, suggested.Others);
    }

    static void Write(Utf8JsonWriter json, CardAction action)
    {
        json.WriteStartObject();
        Write(json, "type"u8, action.Type);
        Write(json, "title"u8, action.Title);
        Write(json, "text"u8, action.Text);
        Write(json, "displayText"u8, action.DisplayText);
        Write(json, "value"u8, action.Value, static (json, value) => value.WriteTo(json));
        Write(json, "image"u8, action.Image);
        End(json, action.Others);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement? element)
    {
        if (element is not { } value) return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    static void Write<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value, Action<Utf8JsonWriter, T> write) where T : class
    {
        if (value is null) return;
        json.WritePropertyName(name);
        write(json, value);
    }

    // what a client sent may have nothing in a list's place
    static void WriteAll<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null) return;
        json.WriteStartArray(name);
        for (var index = 0; index < values.Count; index++)
            if (values[index] is { } value) write(json, value);
            else json.WriteNullValue();
        json.WriteEndArray();
    }

    static void End(Utf8JsonWriter json, Dictionary<string, JsonElement>? others)
    {
        if (others is not null)
            foreach (var (name, value) in others)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        json.WriteEndObject();
    }
}
