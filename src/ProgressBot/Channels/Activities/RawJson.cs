using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>A JSON value inside an activity that travels as it stands: read from outside, or written by the bot once, to be copied into whatever carries it.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed class RawJson
{
    /// <summary>In bytes; a card with three rows has about five thousand.</summary>
    const int Usual = 8 * 1024;

    readonly JsonElement read;
    readonly ReadOnlyMemory<byte> written;

    public RawJson(JsonElement read) => this.read = read;

    RawJson(ReadOnlyMemory<byte> written) => this.written = written;

    /// <summary>For whoever wants to know what it says; parsed anew at every call when the bot wrote it.</summary>
    public JsonElement Value => written.IsEmpty ? read : JsonElement.Parse(written.Span);

    public static RawJson Of(string text) => new(JsonSerializer.SerializeToUtf8Bytes(text, ActivityJson.Options));

    /// <param name="write">Writes one value.</param>
    public static RawJson Of(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(Usual);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = ActivityJson.Options.Encoder }))
            write(json);
        return new RawJson(bytes.WrittenMemory);
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        if (written.IsEmpty)
            read.WriteTo(json);
        else
            json.WriteRawValue(written.Span, skipInputValidation: true);
    }
}

/// <summary>Reads and writes the value itself.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}
