using Microsoft.Playwright;
using ProgressBot.Core.Messaging;
using ProgressBot.Tests.Channels.DirectLine;

namespace ProgressBot.Tests.Web;

public sealed class PageTests
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task A_reporter_answers_by_tapping_and_confirms_on_a_card(int width, int height)
    {
        await using var host = await ChatHost.StartAsync();
        host.Answer = incoming => incoming.Text switch
        {
            "开始" => new Outgoing("【9月进展报送】还有3个工作日\n  🔴 到位资金 目标8亿元") { Buttons = [new Button("无变化"), new Button("查看全部任务和历史数据")] },
            "无变化" => new Outgoing("请核对：\n到位资金 累计5.1亿元")
            {
                Table = new Table(["指标", "本期", "累计"], [["到位资金", "+0", "5.1亿元"]]),
                Buttons = [new Button("确认报送", new Dictionary<string, string> { ["report"] = "7" }), new Button("取消")],
            },
            _ => new Outgoing("已收到，编号0926-004。"),
        };
        await using var browser = await BrowserPage.OpenAsync(width, height, "/k/wang", host);

        await browser.SayAsync("开始");
        await browser.SeeAsync("还有3个工作日");
        await browser.TapAsync("无变化");
        await browser.SeeAsync("5.1亿元");
        Assert.True(await browser.FitsAsync());
        await browser.TapAsync("确认报送");
        await browser.SeeAsync("编号0926-004");

        Assert.Equal(["开始", "无变化", "确认报送"], host.Heard.OrderBy(incoming => incoming.MessageId, StringComparer.Ordinal).Select(incoming => incoming.Text));
        Assert.Equal("7", host.Heard.Single(incoming => incoming.Text == "确认报送").Card!["report"]);
        Assert.Equal("王敏", await browser.Page.Locator("#who-name").InnerTextAsync());
        Assert.Equal("区投促局", await browser.Page.Locator("#who-unit").InnerTextAsync());
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Lines_and_indents_stay_and_an_address_becomes_a_link()
    {
        await using var host = await ChatHost.StartAsync();
        host.Answer = _ => new Outgoing("第一行\n  缩进 *不是强调* <b>\n\nhttps://news.example/a.html，已收到");
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/k/wang", host);

        await browser.SayAsync("一\n二");
        await browser.SeeAsync("已收到");

        Assert.Equal(["第一行", "  缩进 *不是强调* <b>", "", "https://news.example/a.html，已收到"], await browser.Bubbles.Last.Locator(".bot-line").AllTextContentsAsync());
        Assert.True((await browser.Bubbles.Last.Locator(".bot-line").Nth(2).BoundingBoxAsync())!.Height > 10);
        Assert.Equal("https://news.example/a.html", await browser.Bubbles.Last.GetByRole(AriaRole.Link).GetAttributeAsync("href"));
        Assert.Equal("一\n二", host.Heard.Single().Text);
    }

    [Fact]
    public async Task A_visitor_enters_a_code_and_the_header_follows_when_the_bot_knows_the_person()
    {
        await using var host = await ChatHost.StartAsync();
        host.Answer = incoming =>
        {
            host.Addresses[incoming.From] = "2";
            return new Outgoing("李强，您好。");
        };
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/", host);

        await browser.Page.GetByLabel("邀请码").FillAsync("AB12-CD34");
        await browser.TapAsync("进入");
        await browser.SeeAsync("李强，您好。");

        await Assertions.Expect(browser.Page.Locator("#who-name")).ToHaveTextAsync("李强");
        Assert.Equal("AB12-CD34", host.Heard.Single().Text);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Files_are_sent_at_once_and_a_program_is_explained()
    {
        await using var host = await ChatHost.StartAsync();
        host.Answer = incoming => new Outgoing($"收到{string.Join("、", incoming.Files.Select(file => file.Name))}");
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/k/wang", host);
        await browser.SayAsync("你好");
        await browser.SeeAsync("收到");

        await browser.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "到位证明.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await browser.SeeAsync("收到到位证明.pdf");
        Assert.Empty(browser.Complaints);
        await browser.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "工具.exe", MimeType = "application/pdf", Buffer = "MZ\0\0"u8.ToArray() });
        await browser.SeeAsync("不能作为佐证材料");
        await browser.SayAsync("好的");
        await browser.SeeAsync("收到");

        // sent again it would be refused again
        await Assertions.Expect(browser.Page.GetByText("重试")).ToHaveCountAsync(0);

        Assert.Equal(8, host.Heard.SelectMany(incoming => incoming.Files).Single().Size);
    }

    [Fact]
    public async Task A_download_is_a_link_on_our_own_server()
    {
        await using var host = await ChatHost.StartAsync();
        host.Answer = _ => new Outgoing("全文见附件。") { Download = new Link("第39周周报.docx", "/files/key/report.docx") };
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/k/wang", host);

        await browser.SayAsync("全文");

        var link = browser.Page.Locator("a", new PageLocatorOptions { HasText = "第39周周报.docx" }).Last;
        Assert.Equal(new Uri(host.Address, "/files/key/report.docx").ToString(), await link.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task The_page_finds_back_to_a_restarted_server_and_shows_what_it_missed()
    {
        var first = await ChatHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(1280, 800, "/k/wang", first);
        await browser.SayAsync("一");
        await browser.SeeAsync("收到：一");
        await first.StopAsync();
        await Assertions.Expect(browser.Page.Locator("#notice-text")).ToContainTextAsync("正在自动重连");

        await using var second = await first.RestartAsync();
        await second.SayAsync(first.Addresses.Keys.Single().Key, new Outgoing("重启后说的"), "key");

        await browser.SeeAsync("重启后说的");
        await Assertions.Expect(browser.Page.Locator("#notice")).ToBeHiddenAsync();
        await browser.SayAsync("二");
        await browser.SeeAsync("收到：二");
        Assert.Equal(5, await browser.Bubbles.CountAsync());
    }

    [Fact]
    public async Task A_computer_that_slept_longer_than_its_token_lives_sends_all_the_same()
    {
        await using var host = await ChatHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/k/wang", host);
        await browser.SayAsync("睡前");
        await browser.SeeAsync("收到：睡前");

        host.Clock.Move(TimeSpan.FromHours(9));
        await browser.Page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 9 * 3600 * 1000; }");
        await browser.SayAsync("醒后");

        await browser.SeeAsync("收到：醒后");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task What_is_sent_before_the_line_is_open_is_sent_once_it_is()
    {
        await using var host = await ChatHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/", host);
        var opening = new TaskCompletionSource();
        await browser.Page.RouteAsync("**/v3/directline/conversations/*?watermark=*", async route =>
        {
            await opening.Task;
            await route.ContinueAsync();
        });
        await browser.VisitAsync("/k/wang");

        await browser.SayAsync("早到的");
        opening.SetResult();

        await browser.SeeAsync("收到：早到的");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_link_that_is_used_up_says_what_to_do()
    {
        await using var host = await ChatHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/k/used-up", host);

        await Assertions.Expect(browser.Page.Locator("#notice-text")).ToContainTextAsync("索取新的链接");
        Assert.True(await browser.Page.GetByLabel("邀请码").IsVisibleAsync());
        Assert.Equal("/", new Uri(browser.Page.Url).PathAndQuery);
    }
}
