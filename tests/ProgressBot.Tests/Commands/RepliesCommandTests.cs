using System.Text.Json;
using ProgressBot.Commands.Replies;
using ProgressBot.Core.Dialogs.Answers.Trials;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Files;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Commands;

public sealed class RepliesCommandTests
{
    private const string Group = "全区各职能部门及国企平台";

    private static readonly TrialPlan Sample = Read();

    [Fact]
    public async Task A_message_becomes_what_the_bot_would_hold_in_the_base_unit()
    {
        var reply = await AskAsync("""{"id":"a7","unit":"区投促局","text":"到位资金累计5.1亿，本期新签2个","prior":{"1/到位资金":320000000,"1/新签合作项目":1},"period":"2022-09-20"}""");

        Assert.Equal("a7", reply.GetProperty("id").GetString());
        var figures = reply.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("indicator").GetString()!);
        Assert.Equal(510_000_000, figures["到位资金"].GetProperty("value").GetDecimal());
        Assert.Equal("cumulative", figures["到位资金"].GetProperty("basis").GetString());
        Assert.Equal((2, 3), (figures["新签合作项目"].GetProperty("value").GetDecimal(), figures["新签合作项目"].GetProperty("total").GetDecimal()));
        Assert.Equal("incremental", figures["新签合作项目"].GetProperty("basis").GetString());
        Assert.Empty(reply.GetProperty("questions").EnumerateArray());
        Assert.False(figures["到位资金"].TryGetProperty("comparator", out _));
    }

    [Fact]
    public async Task What_is_asked_is_not_held()
    {
        var reply = await AskAsync("""{"unit":"区人社局","text":"本期新增40人次，累计390人次","prior":{"7/培训就业":300}}""");

        Assert.Empty(reply.GetProperty("figures").EnumerateArray());
        Assert.Empty(reply.GetProperty("unread").EnumerateArray());
        var question = Assert.Single(reply.GetProperty("questions").EnumerateArray());
        Assert.Equal("conflict", question.GetProperty("kind").GetString());
        Assert.Equal(["本期新增40人次", "累计390人次"], question.GetProperty("choices").EnumerateArray().Select(choice =>
            choice.GetProperty("label").GetString()));
    }

    [Theory]
    [InlineData("区人社局", "培训就业快350人次了", "~")]
    [InlineData("区人社局", "培训就业累计350余人次", ">")]
    public async Task What_is_not_exact_keeps_its_comparator(string unit, string text, string comparator)
    {
        var reply = await AskAsync(JsonSerializer.Serialize(new { unit, text }));

        Assert.Equal(comparator, Assert.Single(reply.GetProperty("figures").EnumerateArray()).GetProperty("comparator").GetString());
    }

    [Fact]
    public async Task No_change_and_links_are_told_though_they_need_no_answer()
    {
        var unchanged = await AskAsync("""{"unit":"区人社局","text":"无变化"}""");
        var proof = await AskAsync("""{"unit":"区人社局","text":"签到表 https://a.example/1"}""");

        Assert.Equal([7], unchanged.GetProperty("noChange").EnumerateArray().Select(item => item.GetInt32()));
        var piece = Assert.Single(proof.GetProperty("evidence").EnumerateArray());
        Assert.Equal("https://a.example/1", piece.GetProperty("url").GetString());
        Assert.Equal([7], piece.GetProperty("items").EnumerateArray().Select(item => item.GetInt32()));
    }

    [Fact]
    public async Task What_nothing_counts_is_unread_and_the_explanation_says_why()
    {
        var reply = await AskAsync("""{"unit":"区人社局","text":"走访企业12家，培训就业累计352人次"}""", explain: true);

        Assert.Equal(["12家"], reply.GetProperty("unread").EnumerateArray().Select(phrase => phrase.GetString()));
        Assert.Equal(["left", "taken"], reply.GetProperty("explanation").EnumerateArray().Select(reason =>
            reason.GetProperty("decision").GetString()));
    }

    [Fact]
    public async Task Members_of_a_group_and_an_assisting_unit_in_the_lead_report_its_numbers()
    {
        var member = await AskAsync("""{"unit":"区文旅集团","text":"消费帮扶销售额累计30万元"}""", Sample.With(Group, ["区文旅集团", "区城投"])!);
        var assisting = await AskAsync("""{"unit":"区发改经信局","text":"援建资金累计拨付520万元"}""");
        var leading = await AskAsync("""{"unit":"区发改经信局","text":"援建资金累计拨付520万元","lead":true}""");

        Assert.Equal(17, Assert.Single(member.GetProperty("figures").EnumerateArray()).GetProperty("item").GetInt32());
        Assert.Empty(assisting.GetProperty("figures").EnumerateArray());
        Assert.Equal(5, Assert.Single(leading.GetProperty("figures").EnumerateArray()).GetProperty("item").GetInt32());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"text":"1"}""")]
    [InlineData("""{"unit":"没有的局","text":"1"}""")]
    [InlineData("""{"unit":"区人社局","text":"1","prior":{"99/到位资金":1}}""")]
    public async Task A_line_that_cannot_be_used_is_told_with_its_number(string line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        Assert.Equal(1, await Command(Sample, false).RunAsync(new StringReader("\n" + line), output, error));

        Assert.Empty(output.ToString());
        Assert.Contains("2", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(string line, TrialPlan? plan = null, bool explain = false)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal((0, ""), (await Command(plan ?? Sample, explain).RunAsync(new StringReader(line), output, error), error.ToString()));
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    private static RepliesCommand Command(TrialPlan plan, bool explain) =>
        new(plan, DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs")), new DateOnly(2022, 9, 27), explain);

    private static TrialPlan Read()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"));
        return TrialPlan.Of(PlanReader.Read(DocumentFile.Open(file, "sample-plan.md")), WorkingCalendar.China);
    }
}
