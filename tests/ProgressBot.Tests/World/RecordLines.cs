using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ProgressBot.Core.Plans;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World;

/// <summary>A record as sorted lines, one per row, so that two can be held against each other.</summary>
static class RecordLines
{
    // chosen at random, given by the database, or made of a file's content: other in every store
    static readonly Dictionary<Type, string[]> Own = new()
    {
        [typeof(Invitation)] = [nameof(Invitation.CodeHash)],
        [typeof(ReminderRecord)] = [nameof(ReminderRecord.Id)],
        [typeof(SentDigest)] = [nameof(SentDigest.Id)],
        [typeof(Evidence)] = [nameof(Evidence.FileKey)],
        [typeof(PlanReading)] = [nameof(PlanReading.Key)],
    };

    static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new Instant(), new Number() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyWhatIsKept } },
    };

    /// <param name="wholes">Rows with all their parts.</param>
    public static IReadOnlyList<string> Of(IEnumerable<object> wholes) =>
        [.. wholes.SelectMany(Rows.Added).Select(change => Line(Rows.Bare(change.Row))).Order(StringComparer.Ordinal)];

    /// <summary>What one of two has and the other has not.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> decided, IReadOnlyList<string> stored) =>
        [.. Missing(decided, stored).Select(line => "only decided: " + line), .. Missing(stored, decided).Select(line => "only stored: " + line)];

    // a line that is there twice has to be there twice
    static IEnumerable<string> Missing(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = others.CountBy(line => line).ToDictionary();
        foreach (var line in lines)
            if (left.GetValueOrDefault(line) is var count && count > 0) left[line] = count - 1;
            else yield return line;
    }

    static string Line(object row) => $"{row.GetType().Name} {JsonSerializer.Serialize(row, row.GetType(), Options)}";

    static void OnlyWhatIsKept(JsonTypeInfo type)
    {
        var own = Own.GetValueOrDefault(type.Type, []);
        foreach (var property in type.Properties.Where(property => property.Set is null || own.Contains(property.Name)).ToList())
            type.Properties.Remove(property);
    }

    // a database gives an instant in one zone, whichever it was written in
    sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime());
    }

    // 1.0 is 1
    sealed class Number : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
