using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class OutgoingActivityTests
{
    static readonly Button Confirm = new("确认提交", new Dictionary<string, string> { ["report"] = "42", ["version"] = "3" });

    [Fact]
    public void Elsewhere_buttons_are_suggestions_that_say_their_text()
    {
        var activity = Make("webchat", "personal", new Outgoing("请确认") { Buttons = [Confirm] });

        Assert.Equal("确认提交", Assert.Single(activity.SuggestedActions!.Actions!).Value!.Value.GetString());
        Assert.Null(activity.Attachments);
    }

    [Fact]
    public void On_Teams_a_button_that_refers_to_something_stands_on_a_card_alone()
    {
        var activity = Make("msteams", "personal", new Outgoing("请确认\n到位资金 5.1亿") { Buttons = [Confirm] });

        Assert.Null(activity.Text);
        Assert.Equal("请确认", activity.Summary);
        var set = Assert.Single(activity.Attachments!).Content!.Value.GetProperty("body").EnumerateArray().Last();
        var action = set.GetProperty("actions")[0];
        Assert.Equal(("Action.Execute", "tap"), (Text(action, "type"), Text(action, "verb")));
        Assert.Equal(("确认提交", "42", "3"), (Text(action, "data", "text"), Text(action, "data", "report"), Text(action, "data", "version")));
        Assert.Equal("Action.Submit", Text(action, "fallback", "type"));
        Assert.Equal(("messageBack", "确认提交"), (Text(action, "fallback", "data", "msteams", "type"), Text(action, "fallback", "data", "msteams", "displayText")));
        Assert.Equal("42", Text(action, "fallback", "data", "report"));
    }

    [Theory]
    [InlineData("personal", true)]
    [InlineData(null, true)]
    [InlineData("groupChat", false)]
    [InlineData("channel", false)]
    public void Teams_shows_suggestions_in_personal_chats_only(string? kind, bool suggested)
    {
        var activity = Make("msteams", kind, new Outgoing("选一个") { Buttons = [new Button("甲"), new Button("乙")] });
        Assert.Equal(suggested, activity.SuggestedActions is not null);
        Assert.Equal(suggested, activity.Attachments is null);
    }

    [Fact]
    public void A_table_on_Teams_is_a_card_that_says_all()
    {
        var table = new Outgoing("进度\n到位资金 5.1亿\n请核对") { Table = new Table(["指标", "数值"], [["到位资金", "5.1亿"]]) };
        var card = Assert.Single(Make("msteams", "personal", table).Attachments!).Content!.Value.GetRawText();

        Assert.All("进度 到位资金 5.1亿 请核对 \"version\":\"1.3\"".Split(' '), part => Assert.Contains(part, Unescape(card), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://progress.example.com/", "报表已生成\n总表 https://progress.example.com/files/1.xlsx")]
    [InlineData("", "报表已生成")]
    public void A_download_is_a_link_from_outside(string publicUrl, string text)
    {
        var message = new Outgoing("报表已生成") { Download = new Link("总表", "/files/1.xlsx") };
        var activity = OutgoingActivities.Create(Reference("msteams", "personal"), message, publicUrl);

        Assert.Equal(text, activity.Text);
        Assert.Null(activity.Attachments);
    }

    static Activity Make(string channel, string? kind, Outgoing message) => OutgoingActivities.Create(Reference(channel, kind), message, "");

    static ConversationReference Reference(string channel, string? kind) => ConversationReference.Of(
        new Activity
        {
            Type = "message",
            Id = "1",
            ChannelId = channel,
            ServiceUrl = "https://smba.trafficmanager.net/cn/",
            Conversation = new ConversationAccount { Id = "c", ConversationType = kind },
            Recipient = new ChannelAccount { Id = "28:bot" },
        },
        new ChannelAccount { Id = "29:user" }, true, DateTimeOffset.UnixEpoch);

    static string? Text(JsonElement element, params string[] path) => path.Aggregate(element, (inner, name) => inner.GetProperty(name)).GetString();

    static string Unescape(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
