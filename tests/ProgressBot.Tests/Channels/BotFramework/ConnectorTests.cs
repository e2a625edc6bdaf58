using System.Net;
using System.Text.Json.Nodes;
using ProgressBot.Channels.Activities;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class ConnectorTests : BotFrameworkTests
{
    static readonly Outgoing Hello = new("您好");

    [Fact]
    public async Task An_answer_goes_to_the_activity_it_answers()
    {
        var sent = await SendAsync(await MetAsync(), Hello);

        var post = Assert.Single(Cloud.Posts);
        Assert.Equal("sent-1", Assert.IsType<Delivery.Sent>(sent).Id);
        Assert.Equal(("POST", "/connector/v3/conversations/a%3A1%7Cx%3By%3D1/activities/1700000000001"), (post.Method, post.Target));
        Assert.Equal("Bearer token-1", post.Authorization);
        Assert.Equal("您好", post.Json.GetProperty("text").GetString());
        Assert.Equal("28:bot", post.Json.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:1a-user", post.Json.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("0f3c", post.Json.GetProperty("recipient").GetProperty("aadObjectId").GetString());
        Assert.False(post.Json.TryGetProperty("id", out _));
        Assert.False(post.Json.TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task A_reminder_after_a_restart_finds_its_way()
    {
        var folder = TestBot.NewFolder();
        Address address;
        await using (var before = await TestBot.StartAsync(Cloud.Settings(), Clock, folder))
        {
            await before.PostAsync(Message().ToJsonString(), $"Bearer {Cloud.Token(Clock.Now)}");
            address = before.Heard.Single().From;
        }

        var after = await TestBot.StartAsync(Cloud.Settings(), Clock, folder);
        Assert.IsType<Delivery.Sent>(await after.Channel.SendAsync(address, Hello, "key", Cancel));
        Assert.EndsWith("/activities", Assert.Single(Cloud.Posts).Target, StringComparison.Ordinal);
        await after.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_comes_much_later_is_no_reply()
    {
        var address = await MetAsync();
        Clock.Move(TimeSpan.FromMinutes(16));
        await SendAsync(address, Hello);

        Assert.EndsWith("/activities", Assert.Single(Cloud.Posts).Target, StringComparison.Ordinal);
        Assert.False(Cloud.Posts.Single().Json.TryGetProperty("replyToId", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"id":7}""")]
    public async Task Success_without_an_id_is_success(string body)
    {
        Cloud.Answer(202, body);
        Assert.Null(Assert.IsType<Delivery.Sent>(await SendAsync(await MetAsync(), Hello)).Id);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_busy_Connector_is_asked_again_when_it_says(int status)
    {
        Cloud.Answer(status, "", ("Retry-After", "7"));
        var later = Assert.IsType<Delivery.Later>(await SendAsync(await MetAsync(), Hello));

        Assert.Equal((TimeSpan.FromSeconds(7), status), (later.After, later.HttpStatus));
        Assert.Single(Cloud.Posts);
    }

    [Theory]
    [InlineData("Mon, 02 Mar 2026 01:02:00 GMT", 120)]
    [InlineData("Mon, 02 Mar 2026 00:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    [InlineData("soon", null)]
    public async Task Retry_After_may_be_a_date_and_has_bounds(string value, int? seconds)
    {
        Cloud.Answer(429, "", ("Retry-After", value));
        var later = Assert.IsType<Delivery.Later>(await SendAsync(await MetAsync(), Hello));

        Assert.Equal(seconds, later.After?.TotalSeconds);
    }

    [Fact]
    public async Task A_post_that_timed_out_may_have_arrived()
    {
        await using var hasty = await TestBot.StartAsync(Cloud.Settings(("RequestTimeout", "00:00:00.2")), Clock);
        await hasty.PostAsync(Message().ToJsonString(), $"Bearer {Cloud.Token(Clock.Now)}");
        Cloud.Hang();
        Assert.IsType<Delivery.Unknown>(await hasty.Channel.SendAsync(hasty.Heard.Single().From, Hello, "key", Cancel));
    }

    [Fact]
    public async Task A_connection_cut_off_in_the_middle_leaves_it_open_too()
    {
        Cloud.ConnectorAnswers.Enqueue(context => Task.Run(context.Abort));
        Assert.IsType<Delivery.Unknown>(await SendAsync(await MetAsync(), Hello));
    }

    [Fact]
    public async Task A_Connector_that_is_not_there_got_nothing()
    {
        var client = Bot.Get<ConnectorClient>();
        Assert.IsType<Delivery.Later>((await client.SendAsync("http://127.0.0.1:1/", "c", new Activity(), Cancel)).Outcome);
    }

    [Theory]
    [InlineData(403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\"}"}""")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound","message":"x"}}""")]
    public async Task An_address_that_blocks_us_is_dead_until_it_speaks_again(int status, string body)
    {
        var address = await MetAsync();
        Cloud.Answer(status, body);
        Assert.Equal(status, Assert.IsType<Delivery.Dead>(await SendAsync(address, Hello)).HttpStatus);
        Assert.IsType<Delivery.Dead>(await SendAsync(address, Hello));
        Assert.Single(Cloud.Posts);

        await HearAsync(Message(id: "2"));
        Assert.IsType<Delivery.Sent>(await SendAsync(address, Hello));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(413)]
    public async Task A_message_that_is_refused_does_not_kill_its_address(int status)
    {
        var address = await MetAsync();
        Cloud.Answer(status, """{"error":{"code":"BadSyntax","message":"您好"}}""");
        var dead = Assert.IsType<Delivery.Dead>(await SendAsync(address, Hello));

        Assert.Equal($"{status} BadSyntax", dead.Reason);
        Assert.IsType<Delivery.Sent>(await SendAsync(address, Hello));
    }

    [Fact]
    public async Task Where_the_message_to_answer_is_gone_the_answer_stands_alone()
    {
        Cloud.Answer(404, """{"error":{"code":"ActivityNotFoundInConversation","message":"x"}}""");
        Assert.IsType<Delivery.Sent>(await SendAsync(await MetAsync(), Hello));
        Assert.EndsWith("/activities", Cloud.Posts.Last().Target, StringComparison.Ordinal);
        Assert.False(Cloud.Posts.Last().Json.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Cloud.Answer(307, "", ("Location", $"{Cloud.Url}/connector/elsewhere"));
        Assert.IsType<Delivery.Dead>(await SendAsync(await MetAsync(), Hello));
        Assert.Single(Cloud.Posts);
    }

    [Fact]
    public async Task One_new_token_is_tried_after_a_401()
    {
        Cloud.Answer(401);
        Assert.IsType<Delivery.Sent>(await SendAsync(await MetAsync(), Hello));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Cloud.Posts.Select(post => post.Authorization));
    }

    [Fact]
    public async Task After_two_401s_the_message_waits()
    {
        Cloud.Answer(401);
        Cloud.Answer(401);
        Assert.Equal(401, Assert.IsType<Delivery.Later>(await SendAsync(await MetAsync(), Hello)).HttpStatus);
        Assert.Equal(2, Cloud.Posts.Count);
    }

    [Fact]
    public async Task Messages_are_created_updated_and_deleted()
    {
        var client = Bot.Get<ConnectorClient>();
        var parameters = new ConversationParameters { Bot = new ChannelAccount { Id = "28:bot" }, Members = [new ChannelAccount { Id = "29:x" }] };
        Cloud.Answer(201, """{"id":"a:new"}""");

        Assert.Equal("a:new", (await client.CreateConversationAsync(Cloud.ServiceUrl.TrimEnd('/'), parameters, Cancel)).Id);
        await client.UpdateAsync(Cloud.ServiceUrl, "19:x@thread.v2;messageid=1", "a/b c", new Activity { Type = "message" }, Cancel);
        await client.DeleteAsync(Cloud.ServiceUrl, "c", "d", Cancel);

        Assert.Equal(
            ["POST /connector/v3/conversations", "PUT /connector/v3/conversations/19%3Ax%40thread.v2%3Bmessageid%3D1/activities/a%2Fb%20c",
                "DELETE /connector/v3/conversations/c/activities/d"],
            Cloud.Posts.Select(post => $"{post.Method} {post.Target}"));
        Assert.Equal("29:x", Cloud.Posts.First().Json.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal("", Cloud.Posts.Last().Body);
    }

    [Fact]
    public async Task What_nobody_in_a_group_has_asked_for_goes_to_the_person_alone()
    {
        var known = await MetInGroupAsync();
        Cloud.Answer(201, """{"id":"a:private"}""");

        Assert.IsType<Delivery.Sent>(await SendAsync(known, Hello));

        Assert.Equal(["/connector/v3/conversations", "/connector/v3/conversations/a%3Aprivate/activities"], Cloud.Posts.Select(post => post.Target));
        var opened = Cloud.Posts.First().Json;
        Assert.Equal("29:1a-user", opened.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal("tenant-of-ours", opened.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.Equal((known, new Address("botframework", """["msteams","a:private","29:1a-user"]""")), Assert.Single(Bot.Joined));
    }

    [Fact]
    public async Task An_answer_in_a_group_stays_there()
    {
        await SendAsync((await HearAsync(InGroup())).From, Hello);
        Assert.Equal("/connector/v3/conversations/19%3Ag%40thread.v2/activities/1700000000001", Assert.Single(Cloud.Posts).Target);
    }

    [Fact]
    public async Task Where_Teams_does_not_let_the_bot_begin_the_group_is_told()
    {
        var known = await MetInGroupAsync();
        Cloud.Answer(403, """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""");

        Assert.IsType<Delivery.Sent>(await SendAsync(known, Hello));
        Assert.Equal("/connector/v3/conversations/19%3Ag%40thread.v2/activities", Cloud.Posts.Last().Target);
        Assert.Empty(Bot.Joined);
    }

    [Fact]
    public async Task While_Teams_is_busy_the_group_is_told_nothing()
    {
        var known = await MetInGroupAsync();
        Cloud.Answer(429, "", ("Retry-After", "7"));

        Assert.Equal(429, Assert.IsType<Delivery.Later>(await SendAsync(known, Hello)).HttpStatus);
        Assert.Single(Cloud.Posts);
    }

    [Fact]
    public async Task The_answer_to_a_submitted_card_takes_its_place_and_the_next_message_does_not()
    {
        var address = (await HearAsync(Submitted())).From;
        await SendAsync(address, Hello);
        await SendAsync(address, Hello);

        Assert.Equal(
            ["PUT /connector/v3/conversations/a%3A1%7Cx%3By%3D1/activities/card-7", "POST /connector/v3/conversations/a%3A1%7Cx%3By%3D1/activities/1700000000001"],
            Cloud.Posts.Select(post => $"{post.Method} {post.Target}"));
        var card = Cloud.Posts.First().Json;
        Assert.Equal("card-7", card.GetProperty("id").GetString());
        Assert.Equal("AdaptiveCard", card.GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.False(card.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task A_card_that_cannot_be_changed_is_answered_with_a_message()
    {
        Cloud.Answer(404, """{"error":{"code":"ActivityNotFoundInConversation","message":"x"}}""");
        Assert.IsType<Delivery.Sent>(await SendAsync((await HearAsync(Submitted())).From, Hello));
        Assert.Equal(["PUT", "POST"], Cloud.Posts.Select(post => post.Method));
    }

    [Fact]
    public async Task A_card_that_cannot_be_changed_now_is_changed_later()
    {
        var address = (await HearAsync(Submitted())).From;
        Cloud.Answer(502);
        Assert.IsType<Delivery.Later>(await SendAsync(address, Hello));
        Assert.IsType<Delivery.Sent>(await SendAsync(address, Hello));
        Assert.Equal(["PUT", "PUT"], Cloud.Posts.Select(post => post.Method));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Ids_cannot_climb_out_of_their_path(string id)
    {
        Assert.IsType<Delivery.Dead>((await Bot.Get<ConnectorClient>().SendAsync(Cloud.ServiceUrl, id, new Activity(), Cancel)).Outcome);
        Assert.Empty(Cloud.Posts);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("http://webchat.botframework.com/", false)]
    [InlineData("https://trafficmanager.net/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://botframework.com@evil.example/", false)]
    [InlineData("https://user@botframework.com/", false)]
    [InlineData("https://botframework.com:8443/", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("ftp://botframework.com/", false)]
    [InlineData("/v3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_goes_to_listed_hosts_only(string? serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new TrustedHosts(CloudEndpoints.Of(BotFrameworkCloud.Public).Hosts, loopback: false).Allow(serviceUrl));

    [Fact]
    public async Task Nobody_was_ever_heard_from_a_made_up_address() =>
        Assert.IsType<Delivery.Dead>(await SendAsync(new Address("botframework", "made up"), Hello));

    [Fact]
    public async Task The_database_is_not_written_for_every_message()
    {
        await HearAsync(Message(id: "1"));
        var stored = Assert.Single(await Bot.ReferencesAsync());
        Clock.Move(TimeSpan.FromMinutes(5));
        await HearAsync(Message(id: "2"));
        Assert.Equal(stored, Assert.Single(await Bot.ReferencesAsync()));

        Clock.Move(TimeSpan.FromDays(1));
        await HearAsync(Message(id: "3").With("locale", "en"));
        Assert.Equal(("en", stored.SeenAt.AddDays(1)), (await Bot.ReferencesAsync()).Select(now => (now.Locale, now.SeenAt)).Single());
    }

    [Fact]
    public async Task First_messages_at_the_same_time_make_one_reference()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SayAsync(Message(id: $"{i}"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await Bot.ReferencesAsync());
        Assert.Equal(16, Bot.Heard.Count);
    }

    JsonObject Submitted() => Message().Without("text").With("replyToId", "card-7").With("value", new JsonObject { ["text"] = "确认报送" });

    JsonObject InGroup() => Message().With("conversation", new JsonObject
    {
        ["id"] = "19:g@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = "tenant-of-ours",
    });

    /// <summary>The address of a person the bot was spoken to by in a group, some time ago.</summary>
    async Task<Address> MetInGroupAsync()
    {
        var address = (await HearAsync(InGroup())).From;
        Clock.Move(TimeSpan.FromMinutes(16));
        return address;
    }
}
