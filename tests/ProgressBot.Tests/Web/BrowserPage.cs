using Microsoft.Playwright;
using ProgressBot.Tests.Channels.DirectLine;

namespace ProgressBot.Tests.Web;

/// <summary>A page of ours in a real, headless browser. Remembers what must not happen: errors and requests to other hosts.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    const string Chromium = "/usr/bin/chromium";

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    BrowserPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (this.playwright, this.browser, Page) = (playwright, browser, page);
        page.Console += (_, message) => Note(message.Type is "error" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        page.Request += (_, request) => Note(IsOurs(request.Url) ? null : $"request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors on the console or in scripts, violations of the page's policy, and requests to other hosts.</summary>
    public List<string> Complaints { get; } = [];

    public static Task<BrowserPage> OpenAsync(int width, int height, string path, ChatHost host) => OpenAsync(width, height, path, host.Address);

    public static async Task<BrowserPage> OpenAsync(int width, int height, string path, Uri address)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is missing");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            BaseURL = address.ToString(),
        });
        // a busy machine is slow, not wrong
        context.SetDefaultTimeout(90_000);
        Assertions.SetDefaultExpectTimeout(90_000);
        var opened = new BrowserPage(playwright, browser, await context.NewPageAsync());
        await opened.VisitAsync(path);
        return opened;
    }

    /// <summary>Opens an address; a personal link signs in by its button.</summary>
    public async Task VisitAsync(string path)
    {
        await Page.GotoAsync(path);
        var signIn = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true });
        if (await signIn.CountAsync() > 0) await signIn.ClickAsync();
    }

    public async Task SayAsync(string text)
    {
        var box = Page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Waits until a message with this text is shown.</summary>
    public Task SeeAsync(string text) => Bubbles.Filter(new LocatorFilterOptions { HasText = text }).Last.WaitForAsync();

    public async Task TapAsync(string button) => await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).Last.ClickAsync();

    public ILocator Bubbles => Page.Locator(".webchat__bubble__content");

    /// <summary>Whether anything is wider than the window.</summary>
    public async Task<bool> FitsAsync() => await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    static bool IsOurs(string url) => new Uri(url) is { Scheme: "blob" or "data" } or { Host: "127.0.0.1" };

    void Note(string? complaint)
    {
        if (complaint is not null)
            Complaints.Add(complaint);
    }
}
