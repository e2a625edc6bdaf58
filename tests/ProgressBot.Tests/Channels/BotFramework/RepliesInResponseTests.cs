using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgressBot.Channels;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class RepliesInResponseTests : BotFrameworkTests
{
    [Fact]
    public async Task Expected_replies_come_in_the_response_and_nowhere_else()
    {
        Bot.Answers = heard => [new Outgoing($"收到：{heard.Text}"), new Outgoing("还有一项") { Buttons = [new Button("稍后")] }];

        var activities = (await AskAsync(Message().With("deliveryMode", "expectReplies"))).GetProperty("activities").EnumerateArray().ToArray();

        Assert.Equal(["收到：到位资金累计5.1亿", "还有一项"], activities.Select(activity => activity.GetProperty("text").GetString()));
        Assert.All(activities, activity =>
        {
            Assert.Equal("1700000000001", activity.GetProperty("replyToId").GetString());
            Assert.Equal("28:bot", activity.GetProperty("from").GetProperty("id").GetString());
            Assert.Equal("29:1a-user", activity.GetProperty("recipient").GetProperty("id").GetString());
            Assert.Equal("acceptingInput", activity.GetProperty("inputHint").GetString());
        });
        Assert.Empty(Cloud.Posts);
    }

    [Fact]
    public async Task A_turn_without_a_word_answers_with_no_activities() =>
        Assert.Equal("""{"activities":[]}""", (await AskAsync(Message().With("deliveryMode", "expectReplies"))).GetRawText());

    [Fact]
    public async Task Afterwards_messages_take_the_ordinary_way_again()
    {
        await AskAsync(Message().With("deliveryMode", "expectReplies"));
        await SendAsync(Bot.Heard.Single().From, new Outgoing("提醒"));
        Assert.Single(Cloud.Posts);
    }

    [Fact]
    public async Task Requests_of_one_person_at_the_same_time_get_their_own_answers()
    {
        Bot.Answers = heard => [new Outgoing(heard.Text)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            AskAsync(Message($"{i}", $"{i}").With("deliveryMode", "expectReplies"))));

        Assert.Equal(
            Enumerable.Range(0, 24).Select(i => $"{i}"),
            answers.Select(answer => answer.GetProperty("activities")[0].GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Other_delivery_modes_mean_normal()
    {
        var response = await SayAsync(Message().With("deliveryMode", "notification"));
        Assert.Equal("", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_tapped_card_is_replaced_by_the_answer()
    {
        Bot.Answers = _ => [new Outgoing("已提交") { Buttons = [new Button("撤回", new Dictionary<string, string> { ["report"] = "42" })] }, new Outgoing("另外")];

        var answer = await AskAsync(Tap(new JsonObject { ["text"] = "确认提交", ["report"] = "42" }));

        Assert.Equal(("确认提交", "42"), (Bot.Heard.Single().Text, Bot.Heard.Single().Card!["report"]));
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.GetProperty("type").GetString());
        Assert.Equal("AdaptiveCard", answer.GetProperty("value").GetProperty("type").GetString());
        Assert.Contains("\"verb\":\"tap\"", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("另外", Assert.Single(Cloud.Posts).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_tap_without_an_answer_leaves_the_card()
    {
        var answer = await AskAsync(Tap(new JsonObject { ["text"] = "确认提交" }));
        Assert.Equal("application/vnd.microsoft.activity.message", answer.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("7", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":7}""", "BadRequest")]
    [InlineData("""{"action":{}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    public async Task A_tap_that_is_none_is_told_so(string? value, string code)
    {
        var response = await SayAsync(Tap(null).With("value", value is null ? null : JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await JsonAsync(response)).GetProperty("value").GetProperty("code").GetString());
        Assert.Empty(Bot.Heard);
    }

    [Fact]
    public async Task A_buffer_that_is_closed_takes_nothing()
    {
        var buffers = new ReplyBuffers();
        var address = new Address("botframework", "x");
        using (var buffer = await buffers.OpenAsync(address, 1, Cancel))
        {
            Assert.True(buffers.TryAdd(address, new Outgoing("a")));
            Assert.False(buffers.TryAdd(address, new Outgoing("b")));
            Assert.Equal(["a"], buffer.Take().Select(reply => reply.Text));
        }

        Assert.False(buffers.TryAdd(address, new Outgoing("c")));
    }

    async Task<JsonElement> AskAsync(JsonObject activity)
    {
        var response = await SayAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancel));

    JsonObject Tap(JsonObject? data) => Message().Without("text").With("type", "invoke").With("name", "adaptiveCard/action").With("value", new JsonObject
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "tap", ["data"] = data },
        ["trigger"] = "manual",
    });
}
