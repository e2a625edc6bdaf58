using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.Activities;

/// <summary>A JSON value inside an activity that travels as it stands: read from outside, or written by the bot, which happens when whatever carries it is written.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed class RawJson
{
    readonly JsonElement read;
    readonly string? text;
    readonly Action<Utf8JsonWriter>? write;

    public RawJson(JsonElement read) => this.read = read;

    RawJson(string text) => this.text = text;

    RawJson(Action<Utf8JsonWriter> write) => this.write = write;

    /// <summary>For whoever wants to know what it says; made anew at every call when it is the bot's.</summary>
    public JsonElement Value => text is null && write is null ? read : Parse();

    public static RawJson Of(string text) => new(text);

    /// <param name="write">Writes one value, the same each time it is asked.</param>
    public static RawJson Of(Action<Utf8JsonWriter> write) => new(write);

    public void WriteTo(Utf8JsonWriter json)
    {
        if (text is not null) json.WriteStringValue(text);
        else if (write is not null) write(json);
        else read.WriteTo(json);
    }

    JsonElement Parse()
    {
        using var pad = JsonPad.Take();
        WriteTo(pad.Json);
        return JsonElement.Parse(pad.Written.Span);
    }
}

/// <summary>Reads and writes the value itself.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}
