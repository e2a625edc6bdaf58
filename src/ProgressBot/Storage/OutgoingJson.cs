using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Storage;

/// <summary>The bot's messages as they are stored.</summary>
static partial class OutgoingJson
{
    public static string Write(Outgoing message)
    {
        using var pad = JsonPad.Take();
        JsonSerializer.Serialize(pad.Json, message, Written.Default.Outgoing);
        return pad.ToString();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Outgoing> messages) => JsonSerializer.Serialize(json, messages, Written.Default.IReadOnlyListOutgoing);

    public static Outgoing Read(string json) => JsonSerializer.Deserialize<Outgoing>(json)!;
    public static IReadOnlyList<Outgoing> ReadAll(string json) => JsonSerializer.Deserialize<IReadOnlyList<Outgoing>>(json)!;

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Outgoing))]
    [JsonSerializable(typeof(IReadOnlyList<Outgoing>))]
    sealed partial class Written : JsonSerializerContext;
}
