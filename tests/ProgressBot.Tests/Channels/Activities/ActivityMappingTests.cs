using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.Activities;

public sealed class ActivityMappingTests
{
    static readonly Table Figures = new(
        ["指标", "本期", "累计", "目标", "完成率", "佐证"],
        [["到位资金", "+1.9亿元", "5.1亿元", "8亿元", "64%", ""], ["新签项目", "+2个", "4个", "6个", "67%", "1份"]]);

    static readonly Outgoing ReadBack = new("请核对：\n  到位资金 累计5.1亿元\n  新签项目 累计4个（67%）（“新签2个”按本期新增）\n还差佐证1份")
    {
        Table = Figures,
        Buttons = [new Button("确认报送", new Dictionary<string, string> { ["report"] = "7" }), new Button("修改")],
    };

    [Fact]
    public void Buttons_become_suggested_actions_that_send_their_text()
    {
        var activity = ActivityMapping.ToActivity(new Outgoing("提醒") { Buttons = [new Button("无变化"), new Button("稍后")] });

        var action = activity.SuggestedActions!.Actions![0];
        Assert.Equal(("imBack", "无变化", "无变化"), (action.Type, action.Title, action.Value!.Value.GetString()));
        Assert.Equal((ActivityTypes.Message, "plain", "提醒"), (activity.Type, activity.TextFormat, activity.Text));
        Assert.Null(activity.Attachments);
    }

    [Fact]
    public void A_table_becomes_a_card_that_carries_the_buttons_and_their_data()
    {
        var activity = ActivityMapping.ToActivity(ReadBack);

        var card = Assert.Single(activity.Attachments!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.ContentType);
        Assert.Equal("1.3", card.Content!.Value.GetProperty("version").GetString());
        var data = card.Content.Value.GetProperty("actions")[0].GetProperty("data");
        Assert.Equal(("确认报送", "7"), (data.GetProperty("text").GetString(), data.GetProperty("report").GetString()));
        Assert.Null(activity.SuggestedActions);
        Assert.True(activity.ChannelData!.Value.GetProperty("cardRepeatsText").GetBoolean());
    }

    [Fact]
    public void The_card_alone_says_everything_once()
    {
        var texts = Texts(ActivityMapping.ToActivity(ReadBack).Attachments![0].Content!.Value).ToArray();

        Assert.Equal(
            ["请核对：", "到位资金", "完成率 64%", "本期", "+1.9亿元", "累计", "5.1亿元", "目标", "8亿元",
             "新签项目", "完成率 67%", "本期", "+2个", "累计", "4个", "目标", "6个", "佐证", "1份", "“新签2个”按本期新增", "还差佐证1份"],
            texts);
    }

    [Fact]
    public void A_tap_on_the_card_comes_back_as_the_button_said_it()
    {
        var submit = ActivityMapping.ToActivity(ReadBack).Attachments![0].Content!.Value.GetProperty("actions")[0].GetProperty("data");
        var asWebChat = new Activity { Type = "message", Text = "确认报送", Value = submit.GetProperty("cardAction").GetProperty("value") };
        var asOthers = new Activity { Type = "message", Value = submit };

        Assert.Equal(("确认报送", "7"), (ActivityMapping.TextOf(asWebChat), ActivityMapping.CardOf(asWebChat)!["report"]));
        Assert.Equal(("确认报送", "7"), (ActivityMapping.TextOf(asOthers), ActivityMapping.CardOf(asOthers)!["report"]));
    }

    [Fact]
    public void What_nobody_knows_is_kept_and_nothing_is_retyped()
    {
        const string json = """{"type":"message","channelData":{"b":1.50,"a":"2022-01-01T00:00:00"},"from":{"id":"x","email":"a@b"},"novel":{"z":[1]}}""";

        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(ActivityJson.Write(ActivityJson.Read(json)));

        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement));
        Assert.Contains("1.50", after.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"message","attachments":[{"contentType":"x/y","content":{"b":1.50,"c":["甲",null]}}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"x/y","content":"a \"text\""}]}""")]
    [InlineData("""{"type":"message","suggestedActions":{"actions":[{"type":"postBack","value":{"n":1.0}},{"type":"imBack","value":"甲"}]}}""")]
    public void The_contents_of_attachments_and_actions_pass_through_as_they_are(string json) => Assert.Equal(json, ActivityJson.Write(ActivityJson.Read(json)));

    [Fact]
    public void A_card_is_written_into_its_activity_as_it_stands()
    {
        var activity = ActivityMapping.ToActivity(ReadBack with { Text = "*核对* _一_ [二]\n“甲”😀" });
        using var written = JsonDocument.Parse(ActivityJson.Write(activity));

        var card = written.RootElement.GetProperty("attachments")[0].GetProperty("content");
        Assert.True(JsonElement.DeepEquals(activity.Attachments![0].Content!.Value, card));
        Assert.Equal(["\\*核对\\* \\_一\\_ \\[二]", "“甲”😀"], Texts(card).Take(2));
    }

    [Fact]
    public void Times_are_written_in_UTC_with_a_Z()
    {
        var activity = new Activity { Type = "message", Timestamp = new DateTimeOffset(2022, 9, 30, 16, 30, 0, TimeSpan.FromHours(8)) };

        Assert.Contains("\"timestamp\":\"2022-09-30T08:30:00.000Z\"", ActivityJson.Write(activity), StringComparison.Ordinal);
    }

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() == "TextBlock" => [element.GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().Where(field => field.Name is "body" or "items" or "columns").SelectMany(field => Texts(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
