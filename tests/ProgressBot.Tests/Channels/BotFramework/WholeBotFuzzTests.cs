using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The same spoilt activities from somebody who is enrolled, with real turns behind the channel; taps on cards of any age among them. FUZZ_COUNT says how many, FUZZ_SEED which.</summary>
public sealed class WholeBotFuzzTests(ITestOutputHelper output)
{
    static readonly string[] Sentences =
    [
        "培训就业累计312人次，见 https://news.example.cn/a.html", "其余无变化", "确认报送", "无变化", "稍后提醒", "我的任务", "修改1", "撤回", "取消", "进度", "转交 王五", "外出 10月1日至8日", "", "通过 全部",
    ];

    static readonly string[] Reports = ["1:0", "1:99999999999", "1:0 2:0 3", ":", "x:y", "-1:-1", "1:0:1"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_spoilt_activity_breaks_a_turn()
    {
        var (count, seed) = (FuzzTests.Setting("FUZZ_COUNT", 600), FuzzTests.Setting("FUZZ_SEED", Environment.TickCount));
        output.WriteLine($"FUZZ_SEED={seed}");
        await using var host = await ChannelHost.StartAsync();
        await EnrolAsync(host);
        using var http = new HttpClient { BaseAddress = host.Address };
        var mutation = new ActivityMutation(seed);
        for (var number = 0; number < count; number++)
        {
            var body = mutation.Make(Whole(number));
            using var content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
            using var response = await http.PostAsync("/api/messages", content, Cancel);
            Assert.True((int)response.StatusCode is < 500 or 501, $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }
    }

    // as ChannelDoor speaks: what follows comes from the same person in the same conversation
    static async Task EnrolAsync(ChannelHost host)
    {
        await using var door = await ChannelDoor.BotFramework(host);
        await door.SayAsync(await host.InviteAsync("区人社局"));
        Assert.Contains("李强", await door.SayAsync("李强"), StringComparison.Ordinal);
    }

    static JsonObject Whole(int number) => Sample.Message("http://127.0.0.1:9/", Sentences[number % Sentences.Length], $"fuzz-{number}")
        .With("channelId", "emulator")
        .With("deliveryMode", "expectReplies")
        .With("name", "adaptiveCard/action")
        .With("value", number % 3 == 0 ? null : Card(number));

    static JsonObject Card(int number)
    {
        var data = new JsonObject { ["text"] = Sentences[number % Sentences.Length], ["question"] = $"{number % 7 - 1}", ["reports"] = Reports[number % Reports.Length], ["reviews"] = Reports[(number + 3) % Reports.Length] };
        return number % 2 == 0 ? data : new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = data } };
    }
}
