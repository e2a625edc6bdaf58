using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Plans;

/// <summary>A document as it was read: kept whole, so that a plan can be held against what it came from.</summary>
public sealed record PlanReading
{
    /// <summary>How drafts are written, and events about plans with them.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The key of the file it was read from, in the file store; for a document that is not kept there, any unused text.</summary>
    public required string Key { get; init; }
    public required string FileName { get; init; }

    /// <summary>The draft; see <see cref="Draft"/>.</summary>
    public required string Json { get; init; }

    /// <summary>Who handed it in; null for the command line.</summary>
    public int? By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The plan it became, or is a revision of; null while nobody has decided.</summary>
    public int? PlanId { get; init; }
    public ReadingState State { get; init; }

    public static PlanReading Of(string key, string fileName, PlanDraft draft, int? by, DateTimeOffset at) =>
        new() { Key = key, FileName = fileName, Json = JsonSerializer.Serialize(draft, Readable), By = by, At = at };

    public PlanDraft Draft() => JsonSerializer.Deserialize<PlanDraft>(Json, Readable)!;
}

/// <summary>What became of a document.</summary>
public enum ReadingState
{
    /// <summary>Read in a chat; the coordinator has not decided.</summary>
    Offered,

    /// <summary>A plan was made of it, or follows it since.</summary>
    Taken,

    /// <summary>A revision of its plan whose differences wait for the coordinator.</summary>
    Proposed,

    /// <summary>A revision none of which was adopted.</summary>
    Dropped,
}
