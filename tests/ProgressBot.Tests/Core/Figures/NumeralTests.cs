using System.Text;
using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class NumeralTests
{
    private const long Most = 10_000_000_000_000;

    [Fact]
    public void Every_number_of_a_dense_sample_is_read_back_however_it_is_written()
    {
        var misses = new StringBuilder();
        var (written, missed) = (0, 0);
        foreach (var number in Sample())
            foreach (var (name, write) in NumeralWriter.Ways)
            {
                if (write(number) is not { Length: > 0 } words)
                    continue;
                written++;
                if (FigureReader.Read(words + "元") is [{ BaseUnit: "元" } figure] && figure.Normalized == number
                    && figure.Phrase == words + "元")
                    continue;
                if (missed++ < 40)
                    misses.AppendLine($"{name}: {number} {words}元");
            }

        Assert.True(written > 200_000, $"{written}");
        Assert.True(missed == 0, $"{missed} of {written}\n{misses}");
    }

    [Theory]
    [InlineData("一亿五千元", 150_000_000, 100_005_000)]
    [InlineData("3亿5千元", 350_000_000, 300_005_000)]
    [InlineData("3万2人次", 32_000, 30_002)]
    [InlineData("一万二亿元", 1_200_000_000_000, 1_000_200_000_000)]
    public void A_form_that_says_two_numbers_is_no_figure_in_a_text_and_asked_in_a_reply(string words, long one, long other)
    {
        Assert.Empty(FigureReader.Read(words));

        var sought = new SoughtIndicator(1, 1, "总量") { BaseUnit = words.EndsWith("人次", StringComparison.Ordinal) ? "人次" : "元" };
        var doubt = Assert.Single(ReplyReader.Read("总量累计" + words, [sought], SamplePlan.September).Doubts);
        Assert.Equal([Math.Min(one, other), Math.Max(one, other)], doubt.Choices.Select(choice => (long)choice.Value));
    }

    [Fact]
    public void A_wide_comma_groups_digits_in_a_text_and_is_asked_about_in_a_reply()
    {
        Assert.Equal(1200, Assert.Single(FigureReader.Read("捐书1，200册")).Normalized);

        var sought = new SoughtIndicator(1, 1, "捐书") { BaseUnit = "册" };
        Assert.Equal(DoubtKind.Range, Assert.Single(ReplyReader.Read("捐书累计1，200册", [sought], SamplePlan.September).Doubts).Kind);
    }

    [Theory]
    [InlineData("3亿万元")]
    [InlineData("三百二十三十元")]
    [InlineData("一万零三百二百元")]
    [InlineData("五亿三亿二元")]
    public void Numerals_in_no_order_are_no_figure(string words) => Assert.Empty(FigureReader.Read(words));

    // all small ones, every pattern of zeros in thirteen digits, round ones, and some by chance
    private static IEnumerable<long> Sample()
    {
        var random = new Random(20220930);
        for (var number = 1L; number <= 12_000; number++)
            yield return number;
        for (var pattern = 1; pattern < 1 << 13; pattern++)
            yield return Enumerable.Range(0, 13).Aggregate(0L, (number, place) =>
                number * 10 + ((pattern >> place & 1) == 0 ? 0 : random.Next(1, 10)));
        for (var unit = 10L; unit <= Most; unit *= 10)
            for (var times = 1; times < 100; times++)
                if (unit * times / 2 is var round && round <= Most)
                    yield return round;
        for (var count = 0; count < 3_000; count++)
            yield return random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 14)));
    }
}
