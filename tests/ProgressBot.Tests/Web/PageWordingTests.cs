using System.Text.RegularExpressions;
using ProgressBot.Tests.Channels.DirectLine;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Web;

/// <summary>What the page's files ask of the wording stands there in every language, and nothing there is without use.</summary>
public sealed partial class PageWordingTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "ProgressBot", "Web", "page");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Locales => [.. Wordings.Book.Wordings.Keys];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_key_of_a_page_has_its_text(string locale)
    {
        var keys = HtmlKeys().Where(key => key != "locale").ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.True(Wordings.Find(locale).Has(key), key));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_key_of_a_script_has_its_text(string locale)
    {
        var keys = Used();

        Assert.True(keys.Count > 100, "the scripts' keys are not found any more");
        Assert.All(keys, key => Assert.True(Wordings.Find(locale).Has($"page.{key}"), key));
    }

    [Fact]
    public void No_text_of_the_page_is_without_use()
    {
        var used = Used().Select(key => $"page.{key}").Concat(HtmlKeys());
        var server = Directory.EnumerateFiles(Path.Combine(Folder, ".."), "*.cs").Select(File.ReadAllText).ToList();
        var idle = Wordings.Find(null).Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal)).Except(used)
            .Where(key => !server.Exists(code => code.Contains($"\"{key}\"", StringComparison.Ordinal))).Where(key => !IsComposed(key));

        Assert.Empty(idle);
    }

    [Theory]
    [InlineData(null, "zh-CN", "邀请码")]
    [InlineData("en", "en", "Invitation code")]
    public async Task The_page_and_its_script_are_in_the_language_of_who_opens_them(string? chosen, string locale, string code)
    {
        await using var host = await ChatHost.StartAsync();
        host.People["wang"] = host.People["wang"] with { Locale = chosen };
        using var browser = new HttpClient { BaseAddress = host.Address };
        (await browser.PostAsync("/k/wang", null, Cancel)).EnsureSuccessStatusCode();

        var page = await browser.GetStringAsync("/", Cancel);
        var script = await browser.GetStringAsync("/wording.js", Cancel);

        Assert.Contains($"<html lang=\"{locale}\">", page, StringComparison.Ordinal);
        Assert.Contains($">{code}</label>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page, StringComparison.Ordinal);
        Assert.StartsWith($"export const locale = \"{locale}\";", script, StringComparison.Ordinal);
        Assert.Contains(Wordings.Find(locale).Text("page.retry"), script, StringComparison.Ordinal);
    }

    // word('a.b'), word(x ? 'a' : 'b'), named('a', ['B', 'CD']) → a.b, a, b, a.b, a.c_d
    static HashSet<string> Used() =>
    [
        .. Read("*.js").SelectMany(text => Call().Matches(text)).SelectMany(call => QuotedIn(call.Groups[1].Value)),
        .. Read("*.js").SelectMany(text => Named().Matches(text))
            .SelectMany(call => QuotedIn(call.Groups[2].Value).Select(value => $"{call.Groups[1].Value}.{Snaked(value)}")),
    ];

    static IEnumerable<string> QuotedIn(string text) => Quoted().Matches(text).Select(match => match.Groups[1].Value);

    static string Snaked(string value) => Snake().Replace(value, "_$0").ToLowerInvariant();

    static IEnumerable<string> HtmlKeys() => Read("*.html").SelectMany(text => HtmlKey().Matches(text)).Select(match => match.Groups[1].Value);

    // word(`light.${colour}`): what is before the value tells which
    static bool IsComposed(string key) => Read("*.js").SelectMany(text => Composed().Matches(text))
        .Any(start => key.StartsWith($"page.{start.Groups[1].Value}", StringComparison.Ordinal));

    static IEnumerable<string> Read(string pattern) => Directory.EnumerateFiles(Folder, pattern).Select(File.ReadAllText);

    [GeneratedRegex(@"\{([a-z_.]+)\}")]
    private static partial Regex HtmlKey();

    [GeneratedRegex(@"\bword\(([^`{}()]*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\bnamed\('([a-z_.]+)', \[([^\]]*)\]")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!=== )'([A-Za-z_.]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Snake();

    [GeneratedRegex(@"\bword\(`([a-z_.]+)\$\{")]
    private static partial Regex Composed();
}
