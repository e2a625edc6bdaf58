using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.Activities;

/// <summary>How activities are written and read: camel case, other casing tolerated, nothing written that is not set, text left readable.</summary>
internal static class ActivityJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads one activity.</summary>
    /// <exception cref="JsonException">The text is not JSON, a field has the wrong type, or it is nested deeper than 64 levels.</exception>
    public static Activity Read([StringSyntax(StringSyntaxAttribute.Json)] string json) => JsonSerializer.Deserialize<Activity>(json, Options)!;

    public static string Write(Activity activity) => Write(activity, ActivityWriter.Write);

    public static string Write(ConversationAccount account) => Write(account, ActivityWriter.Write);

    public static string Write(ChannelAccount account) => Write(account, ActivityWriter.Write);

    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var pad = JsonPad.Take();
        write(pad.Json, value);
        return pad.ToString();
    }

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            // the texts go out as application/json and into a WebSocket, never into a page's markup
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>Timestamps end in Z, to the millisecond; any ISO 8601 time is read.</summary>
internal sealed class UtcTimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    public static string Text(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
