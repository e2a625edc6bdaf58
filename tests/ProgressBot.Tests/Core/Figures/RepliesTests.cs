using System.Globalization;
using System.Text;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

public sealed class RepliesTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Reply> All = [.. Reply.Load("replies.txt")];

    [Fact]
    public void Every_reply_is_understood_or_asked_back_as_the_table_says()
    {
        var misses = new StringBuilder();
        foreach (var reply in All)
            if (reply.Understood() is var actual && actual != reply.Expected)
                misses.AppendLine(CultureInfo.InvariantCulture, $"{reply.Unit} | {reply.Text} => {actual}   (not {reply.Expected})");
        var right = All.Count(reply => reply.Understood() == reply.Expected);
        output.WriteLine($"replies: {right} of {All.Count} as expected");
        output.WriteLine(misses.ToString());

        Assert.True(All.Count >= 120);
        Assert.Empty(misses.ToString());
    }

    [Fact]
    public void Ordinary_replies_are_hardly_ever_asked_back()
    {
        var ordinary = All.Where(reply => reply.Kind == "ordinary").ToList();
        var asked = ordinary.Count(reply => reply.Read().Doubts.Count > 0);
        output.WriteLine($"replies: {asked} of {ordinary.Count} ordinary ones asked back");

        Assert.True(asked <= ordinary.Count * 0.08);
    }

    [Fact]
    public void No_figure_is_lost_between_the_lists()
    {
        foreach (var reply in All)
        {
            var reading = reply.Read();
            var kept = reading.Matched.Select(match => match.Figure).Concat(reading.Doubts.Select(doubt => doubt.Figure)).Concat(reading.Unmatched)
                .Concat(reading.Doubts.Select(doubt => doubt.Against).OfType<FoundFigure>())
                .Concat(reading.Doubts.Where(doubt => doubt.Kind == DoubtKind.Contradiction).SelectMany(_ => FigureReader.Read(reply.Text)));
            Assert.Empty(FigureReader.Read(reply.Text).Select(figure => figure.Start).Except(kept.Select(figure => figure.Start)));
        }
    }

    [Fact]
    public void The_same_text_as_last_period_is_asked_about()
    {
        const string Text = "到位资金累计5.1亿元，新签项目累计4个";

        var reading = ReplyReader.Read(Text, SamplePlan.Of("投促"), SamplePlan.September with { LastText = " " + Text + "。" });

        Assert.Empty(reading.Matched);
        Assert.Equal([DoubtKind.Repeated, DoubtKind.Repeated], reading.Doubts.Select(doubt => doubt.Kind));
    }

    [Fact]
    public void A_slip_of_magnitude_offers_the_plausible_reading_first()
    {
        var doubt = Assert.Single(ReplyReader.Read("到位资金8", SamplePlan.Of("投促"), SamplePlan.September).Doubts);

        Assert.Equal([8e8m, 8e4m], doubt.Choices.Select(choice => choice.Value));
    }

    [Fact]
    public void A_drop_offers_the_increment_first_and_names_the_last_total()
    {
        var doubt = Assert.Single(ReplyReader.Read("培训就业累计280人次", SamplePlan.Of("人社"), SamplePlan.September).Doubts);

        Assert.Equal(300, doubt.Reference);
        Assert.Equal([Basis.Incremental, Basis.Cumulative], doubt.Choices.Select(choice => choice.Basis));
    }

    [Fact]
    public void A_counter_of_the_plan_itself_is_understood()
    {
        var own = MeasureWords.Default.With(["畦"]);
        var sought = new SoughtIndicator(1, 1, "菜地") { BaseUnit = "畦", Target = 50 };

        var match = Assert.Single(ReplyReader.Read("菜地累计12畦", [sought], SamplePlan.September, own).Matched);

        Assert.Equal(12, match.Value);
    }
}
