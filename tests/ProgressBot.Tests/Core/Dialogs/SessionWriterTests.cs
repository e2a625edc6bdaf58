using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Dialogs;

/// <summary>What is written by hand is what the serializer writes that leaves out what is null, zero, false or empty; a property that is added to one and not to the other fails here.</summary>
public sealed class SessionWriterTests
{
    static readonly JsonSerializerOptions Lean = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    [Fact]
    public void With_everything() => Same(Filled.Of<Session>());

    [Fact]
    public void With_nothing() => Same(new Session());

    [Fact]
    public void With_what_is_there_and_says_nothing() => Same(new Session
    {
        Told = new ToldText(default, ""),
        Draft = new ReportDraft
        {
            Figures = [new DraftFigure(0, 0, "", 0.00m, default, false)],
            Milestones = [new DraftMilestone(0, default)],
            Evidence = [new DraftEvidence(null, "", null, null, []), new DraftEvidence(0, null!, "", "", null!)],
            Questions = [new DraftQuestion("", "", null, []), new DraftQuestion("", "", 0m, [new DraftReading(null), new DraftReading(0) { State = default, EvidenceIndex = 0, RequirementId = 0 }])],
        },
    });

    static void Same(Session session) => Assert.Equal(JsonSerializer.Serialize(session, Lean), Encoding.UTF8.GetString(session.ToJson()));

    static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is null && property.PropertyType.IsAssignableTo(typeof(ICollection))))
            property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
    }
}
