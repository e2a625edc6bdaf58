using System.Net;
using System.Text.Json;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.DirectLine;

public sealed class SignInTests
{
    [Fact]
    public async Task A_personal_link_signs_in_by_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);

        using var answer = await browser.SendAsync(HttpMethod.Post, "/k/wang");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Opening_a_link_uses_nothing_up_and_its_button_signs_in()
    {
        await using var host = await ChatHost.StartAsync();
        using var preview = new DirectLineClient(host);

        using var page = await preview.SendAsync(HttpMethod.Get, "/k/wang");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<form class=\"welcome\" method=\"post\">", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Codes_can_be_tried_so_often_a_minute_by_link_and_in_the_chat_together()
    {
        await using var host = await ChatHost.StartAsync(settings: new() { ["Web:Codes:PerAddress"] = "3" });
        using var browser = new DirectLineClient(host);
        var talk = await browser.StartAsync();

        await browser.SendAsync(HttpMethod.Get, "/k/ABCD-2345");
        await browser.SendAsync(HttpMethod.Post, "/k/ABCD-2346");
        await browser.PostAsync(talk, new { type = "message", text = "abcd2347" });
        using var link = await browser.SendAsync(HttpMethod.Get, "/k/wang");
        using var typed = await browser.PostAsync(talk, new { type = "message", text = "ABCD-2348" });
        using var words = await browser.PostAsync(talk, new { type = "message", text = "到位资金累计5.1亿元" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (link.StatusCode, link.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("请一分钟后重新打开链接", await link.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (typed.StatusCode, words.StatusCode));
        Assert.Contains(await browser.TextsAsync(talk), text => text.Contains("请一分钟后再试", StringComparison.Ordinal));
        Assert.Equal(["abcd2347", "到位资金累计5.1亿元"], host.Heard.Select(incoming => incoming.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_that_is_no_longer_valid_leads_to_the_page_without_a_cookie()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);

        using var answer = await browser.SendAsync(HttpMethod.Get, "/k/nobody");

        Assert.Equal("/?link=invalid", answer.Headers.Location!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_invitation_link_hands_its_code_to_the_chat_and_uses_nothing_up()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);

        using var answer = await browser.SendAsync(HttpMethod.Get, "/k/ABCD-2345");

        Assert.Equal("/?code=ABCD-2345", answer.Headers.Location!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_person_gets_one_conversation_on_every_device_and_it_is_bound_to_the_person()
    {
        await using var host = await ChatHost.StartAsync();
        using DirectLineClient office = new(host), phone = new(host), colleague = new(host);
        await office.SendAsync(HttpMethod.Post, "/k/wang");
        await phone.SendAsync(HttpMethod.Post, "/k/wang");
        await colleague.SendAsync(HttpMethod.Post, "/k/li");

        var tokens = await Task.WhenAll(new[] { office, phone, colleague }.Select(TokenAsync));

        Assert.Equal(tokens[0].Id, tokens[1].Id);
        Assert.NotEqual(tokens[0].Id, tokens[2].Id);
        Assert.Equal("1", host.Addresses[new Address("webchat", tokens[0].Id)]);
    }

    [Fact]
    public async Task The_page_learns_who_is_signed_in_and_speaks_under_that_name()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);
        await browser.SendAsync(HttpMethod.Post, "/k/wang");

        var page = await browser.JsonAsync(HttpMethod.Get, "/api/page");
        var granted = await browser.JsonAsync(HttpMethod.Post, "/api/chat/token");
        var talk = TalkOf(granted);
        await browser.PostAsync(talk, new { type = "message", text = "甲", from = new { id = "dl_2", name = "李强" } });

        Assert.Equal(("王敏", "区投促局"), (Text(page.GetProperty("person"), "name"), Text(page.GetProperty("person"), "unit")));
        Assert.Equal(("dl_1", "王敏", 1800), (Text(granted, "userId"), Text(granted, "name"), granted.GetProperty("expires_in").GetInt32()));
        var from = (await browser.HistoryAsync(talk))[0].GetProperty("from");
        Assert.Equal(("dl_1", "王敏"), (Text(from, "id"), Text(from, "name")));
    }

    [Fact]
    public async Task A_visitor_keeps_the_conversation_and_becomes_a_person_once_the_bot_has_bound_it()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);
        var first = await browser.JsonAsync(HttpMethod.Post, "/api/chat/token");
        Assert.StartsWith("dl_visitor_", Text(first, "userId"), StringComparison.Ordinal);
        Assert.False((await browser.JsonAsync(HttpMethod.Get, "/api/page")).TryGetProperty("person", out _));

        host.Addresses[new Address("webchat", Text(first, "conversationId")!)] = "2";

        Assert.Equal("李强", Text((await browser.JsonAsync(HttpMethod.Get, "/api/page")).GetProperty("person"), "name"));
        Assert.Equal(Text(first, "conversationId"), Text(await browser.JsonAsync(HttpMethod.Post, "/api/chat/token"), "conversationId"));
    }

    [Fact]
    public async Task A_person_who_is_gone_is_a_stranger_again()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);
        await browser.SendAsync(HttpMethod.Post, "/k/wang");
        host.People.Remove("wang");

        Assert.False((await browser.JsonAsync(HttpMethod.Get, "/api/page")).TryGetProperty("person", out _));
        Assert.StartsWith("dl_visitor_", Text(await browser.JsonAsync(HttpMethod.Post, "/api/chat/token"), "userId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_signed_out_is_a_stranger_again()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);
        await browser.SendAsync(HttpMethod.Post, "/k/wang");

        await browser.SendAsync(HttpMethod.Post, "/api/sign-out");

        Assert.False((await browser.JsonAsync(HttpMethod.Get, "/api/page")).GetProperty("visiting").GetBoolean());
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    public async Task Another_site_cannot_make_the_browser_change_who_is_signed_in(string from, HttpStatusCode expected)
    {
        await using var host = await ChatHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address, DefaultRequestHeaders = { { "Sec-Fetch-Site", from } } };

        using var answer = await http.PostAsync("/api/chat/token", null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_other_hosts_frames_and_guessing()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);
        foreach (var path in new[] { "/", "/app.js", "/api/page", "/nothing" })
        {
            using var answer = await browser.SendAsync(HttpMethod.Get, path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task The_page_is_told_of_a_demonstration_only_where_there_is_one()
    {
        await using var host = await ChatHost.StartAsync();
        using var browser = new DirectLineClient(host);

        var page = await browser.JsonAsync(HttpMethod.Get, "/api/page");
        using var demo = await browser.SendAsync(HttpMethod.Post, "/api/demo/switch");

        Assert.False(page.GetProperty("demo").GetBoolean());
        Assert.Empty(page.GetProperty("cast").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, demo.StatusCode);
    }

    static async Task<Talk> TokenAsync(DirectLineClient browser) => TalkOf(await browser.JsonAsync(HttpMethod.Post, "/api/chat/token"));

    static Talk TalkOf(JsonElement granted) => new(Text(granted, "conversationId")!, Text(granted, "token")!);

    static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
