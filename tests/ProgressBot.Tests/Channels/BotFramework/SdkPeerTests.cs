using System.Text.Json;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The botbuilder package of npm, 4.23, as the other side.</summary>
public sealed class SdkPeerTests
{
    [Fact]
    public async Task The_JavaScript_SDK_and_the_channel_understand_each_other()
    {
        await using var bot = await TestBot.StartAsync([new("Channels:BotFramework:OpenOnLoopback", "true")], new TestClock());
        bot.Answers = heard => [new Outgoing($"听到：{heard.Text}") { Buttons = [new Button("提交"), new Button("稍后")] }];

        var result = JsonSerializer.Deserialize<JsonElement>(await NodePeer.RunAsync("peer.cjs", bot.Http.BaseAddress!.ToString().TrimEnd('/')));

        Assert.Equal("[200,200,200,200,501]", result.GetProperty("statuses").GetRawText());
        Assert.Equal(["我的任务", "进度", "", "确认"], bot.Heard.Select(heard => heard.Text));
        AssertSeen(result.GetProperty("replies")[0], "听到：我的任务", "m1");
        var sent = result.GetProperty("sent").EnumerateArray().ToArray();
        Assert.Equal(
            ["/v3/conversations/conversation%7C1/activities/m2", "/v3/conversations/conversation%7C1/activities"],
            sent.Select(call => call.GetProperty("url").GetString()));
        AssertSeen(sent[0], "听到：进度", "m2");
        Assert.Equal("AdaptiveCard", result.GetProperty("tapped").GetProperty("value").GetProperty("type").GetString());
    }

    static void AssertSeen(JsonElement seen, string text, string replyTo)
    {
        Assert.Equal(200, seen.GetProperty("status").GetInt32());
        Assert.Equal(("message", text, replyTo), (Text("type"), Text("text"), Text("replyToId")));
        Assert.Equal("""["提交","稍后"]""", seen.GetProperty("buttons").GetRawText());
        string? Text(string name) => seen.GetProperty(name).GetString();
    }
}
