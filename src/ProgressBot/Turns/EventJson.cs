using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Turns;

/// <summary>Events as the audit trail keeps them.</summary>
static partial class EventJson
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The row that keeps an event: who, when, in which message.</summary>
    public static EventRow Row(DialogEvent happened, int? by, string? messageId, DateTimeOffset at) =>
        new() { At = at, PersonId = by, MessageId = messageId, Kind = happened.GetType().Name, Json = Write(happened) };

    static string Write(DialogEvent happened)
    {
        using var pad = JsonPad.Take();
        Write(pad.Json, happened);
        return pad.ToString();
    }

    // those that every report brings have their code made beforehand
    static void Write(Utf8JsonWriter json, DialogEvent happened)
    {
        switch (happened)
        {
            case ReportsSubmitted submitted: JsonSerializer.Serialize(json, submitted, Frequent.Default.ReportsSubmitted); break;
            case EvidenceAdded added: JsonSerializer.Serialize(json, added, Frequent.Default.EvidenceAdded); break;
            default: JsonSerializer.Serialize<object>(json, happened, Readable); break;
        }
    }

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
    [JsonSerializable(typeof(ReportsSubmitted))]
    [JsonSerializable(typeof(EvidenceAdded))]
    sealed partial class Frequent : JsonSerializerContext;
}
