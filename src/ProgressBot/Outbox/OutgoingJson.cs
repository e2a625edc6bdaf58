using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Outbox;

/// <summary>The bot's messages as they are stored.</summary>
static class OutgoingJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Outgoing message) => JsonSerializer.Serialize(message, Options);
    public static string Write(IReadOnlyList<Outgoing> messages) => JsonSerializer.Serialize(messages, Options);
    public static Outgoing Read(string json) => JsonSerializer.Deserialize<Outgoing>(json, Options)!;
    public static IReadOnlyList<Outgoing> ReadAll(string json) => JsonSerializer.Deserialize<IReadOnlyList<Outgoing>>(json, Options)!;
}
