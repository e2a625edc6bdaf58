using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class InboundTests : BotFrameworkTests
{
    [Fact]
    public async Task A_message_is_heard_with_who_where_and_when()
    {
        var heard = await HearAsync(Message("  我的任务 "));

        Assert.Equal("  我的任务 ", heard.Text);
        Assert.Equal("botframework", heard.From.Channel);
        Assert.Equal("""["msteams","a:1|x;y=1","29:1a-user"]""", heard.From.Key);
        Assert.Equal("msteams|a:1|x;y=1|1700000000001", heard.MessageId);
        Assert.Equal(("zh-CN", "王芳", Clock.Now), (heard.Locale, heard.SenderName, heard.At));
        Assert.Null(heard.Replaces);
        Assert.Null(heard.Card);
    }

    [Fact]
    public async Task The_mention_of_the_bot_is_no_part_of_what_is_said()
    {
        var activity = Message("<at>进度助手</at>\u00A0我的任务 <at>李雷</at>").With("entities", new JsonArray(
            Mention("28:bot", "<AT>进度助手</AT>"), Mention("29:other", "<at>李雷</at>"), new JsonObject { ["type"] = "clientInfo" }));

        Assert.Equal("我的任务 <at>李雷</at>", (await HearAsync(activity)).Text);
    }

    [Fact]
    public async Task A_submitted_card_is_heard_with_its_data_and_the_words_of_its_button()
    {
        var activity = Message().Without("text").With("value", new JsonObject
        {
            ["text"] = "确认提交", ["report"] = "42", ["version"] = 3, ["nested"] = new JsonObject(),
        });

        var heard = await HearAsync(activity);

        Assert.Equal("确认提交", heard.Text);
        Assert.Equal("42", heard.Card!["report"]);
        Assert.Equal("3", heard.Card["version"]);
        Assert.False(heard.Card.ContainsKey("nested"));
    }

    [Fact]
    public async Task An_edited_message_is_an_edit_under_an_id_of_its_own()
    {
        var first = await HearAsync(Message());
        var edit = await HearAsync(Edit("到位资金累计5.2亿"));
        var again = await HearAsync(Edit("到位资金累计5.2亿"));
        var other = await HearAsync(Edit("到位资金累计5.3亿"));

        Assert.Equal(first.MessageId, edit.Replaces);
        Assert.Equal("到位资金累计5.2亿", edit.Text);
        Assert.NotEqual(first.MessageId, edit.MessageId);
        Assert.Equal(edit.MessageId, again.MessageId);
        Assert.NotEqual(edit.MessageId, other.MessageId);
    }

    [Fact]
    public Task A_message_that_was_brought_back_is_no_edit() =>
        IgnoredAsync(Edit("x").With("channelData", new JsonObject { ["eventType"] = "undeleteMessage", ["tenant"] = new JsonObject { ["id"] = "tenant-of-ours" } }));

    [Fact]
    public async Task Whoever_joins_is_greeted_once()
    {
        var heard = await HearAsync(Update("29:newcomer", "28:bot"));

        Assert.Equal("", heard.Text);
        Assert.Equal("""["msteams","a:1|x;y=1","29:newcomer"]""", heard.From.Key);
    }

    [Fact]
    public async Task In_a_personal_Teams_chat_the_bot_greets_when_it_joins_itself() =>
        Assert.Equal("""["msteams","a:1|x;y=1","29:1a-user"]""", (await HearAsync(Update("28:bot"))).From.Key);

    [Fact]
    public Task Elsewhere_the_bot_does_not_greet_itself()
    {
        var activity = Update("28:bot");
        activity["conversation"]!["conversationType"] = "channel";
        return IgnoredAsync(activity);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("trace")]
    [InlineData("Message")]
    [InlineData("something of next year")]
    public Task Other_types_are_taken_and_mean_nothing(string type) => IgnoredAsync(Message().With("type", type));

    [Fact]
    public Task The_bot_does_not_hear_itself() => IgnoredAsync(Message().With("from", new JsonObject { ["id"] = "28:bot" }));

    [Fact]
    public Task An_update_that_adds_nobody_means_nothing() => IgnoredAsync(Update());

    [Fact]
    public async Task An_installation_is_remembered_without_a_word_and_a_removal_too()
    {
        await IgnoredAsync(Message().With("type", "installationUpdate").With("action", "add"));
        Assert.Null(Assert.Single(await Bot.ReferencesAsync()).DeadSince);
        await IgnoredAsync(Message().With("type", "installationUpdate").With("action", "remove"));
        Assert.Equal(Clock.Now, Assert.Single(await Bot.ReferencesAsync()).DeadSince);
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await SayAsync(Message().With("type", "invoke").With("name", "fileConsent/invoke"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await SayAsync(Message().With("type", "invoke"))).StatusCode);
        Assert.Empty(Bot.Heard);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_POST_is_allowed(string method)
    {
        var response = await Bot.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"), Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","value":{"\udc00":1}}""")]
    [InlineData("""{"type":"message","from":"me"}""")]
    [InlineData("""{"type":"message","membersAdded":{}}""")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Bot.PostAsync(body, $"Bearer {Cloud.Token(Clock.Now)}")).StatusCode);
        Assert.Empty(Bot.Heard);
    }

    [Fact]
    public async Task Broken_UTF8_is_refused_wherever_it_stands()
    {
        var body = Encoding.UTF8.GetBytes(Message().With("unknown", new JsonObject { ["x"] = "AA" }).ToJsonString());
        body[Encoding.UTF8.GetString(body).IndexOf("AA", StringComparison.Ordinal)] = 0xC3;
        using var content = new ByteArrayContent(body);
        Bot.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Cloud.Token(Clock.Now)}");

        Assert.Equal(HttpStatusCode.BadRequest, (await Bot.Http.PostAsync("/api/messages", content, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("from", "id")]
    [InlineData("conversation", "id")]
    public async Task A_message_that_cannot_be_answered_is_refused(string field, string? inner = null)
    {
        var activity = Message().With("channelData", new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-of-ours" } });
        (inner is null ? activity : activity[field]!.AsObject()).Remove(inner ?? field);

        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(activity)).StatusCode);
        Assert.Empty(await Bot.ReferencesAsync());
    }

    [Theory]
    [InlineData(255 * 1024, 200)]
    [InlineData(257 * 1024, 413)]
    [InlineData(2000 * 1024, 413)]
    public async Task More_than_256_KiB_are_not_read(int size, int status)
    {
        var body = Message(new string('x', size)).ToJsonString();
        Assert.Equal(status, (int)(await Bot.PostAsync(body, $"Bearer {Cloud.Token(Clock.Now)}")).StatusCode);
    }

    [Fact]
    public async Task A_long_body_of_unknown_length_is_refused_and_the_connection_goes_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Message(new string('x', 300 * 1024)).ToJsonString()) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Cloud.Token(Clock.Now)}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Bot.Http.SendAsync(request, Cancel)).StatusCode);
        await HearAsync(Message());
        Assert.Empty(Bot.Complaints);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        await Bot.PostAsync("\uFEFF" + Message().ToJsonString(), $"Bearer {Cloud.Token(Clock.Now)}");
        Assert.Single(Bot.Heard);
    }

    [Fact]
    public async Task Deep_nesting_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest,
            (await Bot.PostAsync($$"""{"type":"message","value":{{new string('[', 5000)}}""", $"Bearer {Cloud.Token(Clock.Now)}")).StatusCode);

    JsonObject Edit(string text) => Message(text).With("type", "messageUpdate").With("timestamp", "2026-03-02T01:05:00Z");

    JsonObject Update(params string[] added) => Message().Without("text").With("type", "conversationUpdate")
        .With("membersAdded", new JsonArray([.. added.Select(id => new JsonObject { ["id"] = id })]));

    static JsonObject Mention(string id, string text) =>
        new() { ["type"] = "Mention", ["mentioned"] = new JsonObject { ["id"] = id }, ["text"] = text };
}
