using System.Text.Encodings.Web;
using System.Text.Json;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Turns;

/// <summary>Events are kept as the serializer writes them, whichever way they are written.</summary>
public sealed class EventJsonTests
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => [.. typeof(DialogEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DialogEvent))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_is_kept_with_all_that_it_says(string kind) =>
        Same((DialogEvent)Filled.Of(typeof(DialogEvent).Assembly.GetType($"{typeof(DialogEvent).Namespace}.{kind}")!));

    [Fact]
    public void What_an_event_does_not_say_is_kept_as_unsaid()
    {
        Same(new ReportsSubmitted("0930-001", [new SubmittedReport(7), new SubmittedReport(8) { NoChange = true }]));
        Same(new EvidenceAdded(7, "证明.pdf", null, null, []));
    }

    static void Same(DialogEvent happened) => Assert.Equal(JsonSerializer.Serialize<object>(happened, Readable), EventJson.Row(happened, null, null, default).Json);
}
