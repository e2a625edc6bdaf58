using ProgressBot.Commands;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Commands;

public sealed class DigestCommandTests
{
    static readonly DateTimeOffset Friday = FakeClock.At("2022-09-23 12:00").GetUtcNow();

    [Theory]
    [InlineData("coordinator", "需要关注", "存在风险"), InlineData("LEADER", "存在风险", "缺佐证"), InlineData("区商务局", "区商务局\n9月还有3项未报", "区财政局")]
    public async Task The_digest_is_printed_as_its_audience_would_get_it(string audience, string said, string unsaid)
    {
        await using var bot = await OpenAsync();

        var (code, output, error) = await RunAsync(bot, audience);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("【周报】第38周（9月19日—9月23日）", output, StringComparison.Ordinal);
        Assert.Contains(said, output.ReplaceLineEndings("\n"));
        Assert.DoesNotContain(unsaid, output);
    }

    [Fact]
    public async Task An_audience_that_nobody_knows_is_an_error_that_says_what_can_be_written()
    {
        await using var bot = await OpenAsync();

        var (code, output, error) = await RunAsync(bot, "区水利局");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("区水利局: 没有这个单位", error);
        Assert.Contains("coordinator", error);
    }

    [Fact]
    public async Task A_unit_that_would_get_none_is_said_beside_the_output()
    {
        await using var bot = await OpenAsync();
        await bot.SayAsync("周颖", "无变化", []);

        var (code, output, error) = await RunAsync(bot, "区商务局");

        Assert.Equal((0, ""), (code, output));
        Assert.Contains("不发", error);
    }

    static async Task<WholeBot> OpenAsync()
    {
        var bot = await WholeBot.StartAsync(FakeClock.At("2022-09-22 10:40").GetUtcNow());
        await bot.HappenAsync("sweep");
        return bot;
    }

    static async Task<(int Code, string Output, string Error)> RunAsync(WholeBot bot, string audience)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await DigestCommand.RunAsync(Friday, audience, bot.Folder, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
