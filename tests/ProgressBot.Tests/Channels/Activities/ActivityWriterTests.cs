using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Channels.Activities;

/// <summary>What is written by hand is, byte for byte, what the serializer writes; a field that is added to one and not to the other fails here.</summary>
public sealed class ActivityWriterTests
{
    public static TheoryData<string> Fields => [.. Filled.Properties(typeof(Activity)).Select(property => property.Name)];

    [Fact]
    public void With_every_field() => Same(Filled.Of<Activity>());

    [Fact]
    public void With_none() => Same(new Activity());

    [Theory]
    [MemberData(nameof(Fields))]
    public void With_one_field(string name)
    {
        var activity = new Activity();
        var field = typeof(Activity).GetProperty(name)!;
        field.SetValue(activity, Filled.Of(field.PropertyType));

        Same(activity);
    }

    [Theory]
    [InlineData("""{"type":"message","novel":{"z":[1]},"nothing":null,"Type2":"\u003c","from":{"id":"x","email":"a@b","name":null},"conversation":{"isGroup":false,"x":1.50}}""")]
    [InlineData("""{"membersAdded":[null,{"id":"1"}],"attachments":[null,{}],"suggestedActions":{"to":[null],"actions":[null,{}]},"entities":[null,1]}""")]
    [InlineData("""{"membersAdded":[],"attachments":[],"suggestedActions":{},"entities":[],"value":null,"channelData":false,"relatesTo":"x"}""")]
    [InlineData("""{"attachments":[{"content":{"b":1.50,"c":["甲\/\u00e9",null]},"x":1}],"text":"\ud83d\ude00\u0000'+<"}""")]
    public void As_a_client_sent_it(string json) => Same(ActivityJson.Read(json));

    [Fact]
    public void With_a_card_and_buttons()
    {
        var message = new Outgoing("请核对：\n  到位资金 <5.1亿元>")
        {
            Table = new Table(["指标", "本期", "完成率"], [["到位资金", "+1.9亿元", "64%"]]),
            Buttons = [new Button("确认“报送”", new Dictionary<string, string> { ["report"] = "7" }), new Button("修改")],
        };

        Same(ActivityMapping.ToActivity(message));
        Same(ActivityMapping.ToActivity(message with { Table = null }));
    }

    static void Same(Activity activity)
    {
        Assert.Equal(JsonSerializer.Serialize(activity, ActivityJson.Options), ActivityJson.Write(activity));
        if (activity.Conversation is { } conversation) Assert.Equal(JsonSerializer.Serialize(conversation, ActivityJson.Options), ActivityJson.Write(conversation));
        if (activity.From is { } account) Assert.Equal(JsonSerializer.Serialize(account, ActivityJson.Options), ActivityJson.Write(account));
    }
}
