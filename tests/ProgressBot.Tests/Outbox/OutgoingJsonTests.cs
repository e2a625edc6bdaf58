using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Outbox;

/// <summary>Messages are kept as the serializer writes them, and come back as they were.</summary>
public sealed class OutgoingJsonTests
{
    static readonly JsonSerializerOptions Kept = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void A_message_with_all_there_can_be() => Same(Filled.Of<Outgoing>());

    [Fact]
    public void A_message_of_text_alone() => Same(new Outgoing("已收到"));

    [Fact]
    public void A_button_without_data() => Same(new Outgoing("提醒") { Buttons = [new Button("稍后")] });

    static void Same(Outgoing message)
    {
        Outgoing[] twice = [message, message];
        using var pad = JsonPad.Take();
        OutgoingJson.Write(pad.Json, twice);

        Assert.Equal(JsonSerializer.Serialize<IReadOnlyList<Outgoing>>(twice, Kept), pad.ToString());
        Assert.Equal(JsonSerializer.Serialize(message, Kept), OutgoingJson.Write(message));
        Assert.Equivalent(message, OutgoingJson.Read(OutgoingJson.Write(message)), strict: true);
        Assert.Equivalent(twice, OutgoingJson.ReadAll(pad.ToString()), strict: true);
    }
}
