namespace ProgressBot.Tests.Core.Figures;

public sealed class TiredRepliesTests(ITestOutputHelper output)
{
    private const double MostNeedless = 0.08;
    private const double LeastRight = 0.97;

    private static readonly List<(TiredReply Meant, TiredReply Read)> Replies = [.. TiredReply.All().Select(reply =>
        (reply, reply.Read()))];

    [Fact]
    public void No_figure_is_taken_that_was_not_meant()
    {
        foreach (var (meant, read) in Replies)
            Assert.True(read.Figures.IsSubsetOf(meant.Figures), $"{meant.Text}\n meant {meant}\n read  {read}");
    }

    [Fact]
    public void What_can_be_meant_in_two_ways_is_asked()
    {
        foreach (var (meant, read) in Replies.Where(reply => reply.Meant.Asked.Count > 0))
            Assert.True(read.Asked.Overlaps(meant.Asked), $"{meant.Text}\n meant {meant}\n read  {read}");
    }

    [Fact]
    public void Plain_replies_are_hardly_ever_asked_about_and_their_figures_are_found()
    {
        var plain = Replies.FindAll(reply => reply.Meant.Asked.Count == 0);
        var needless = plain.FindAll(reply => reply.Read.Asked.Count > 0);
        var figures = Replies.Sum(reply => reply.Meant.Figures.Count);
        var right = Replies.Sum(reply => reply.Meant.Figures.Count(reply.Read.Figures.Contains));
        output.WriteLine($"{Replies.Count} replies: {right} of {figures} figures, {needless.Count} of {plain.Count} asked about needlessly");

        Assert.True(needless.Count <= MostNeedless * plain.Count, string.Join('\n', needless.Select(reply => reply.Meant.Text)));
        Assert.True(right >= LeastRight * figures);
    }
}
