using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class SentencesTests(ITestOutputHelper output)
{
    [Fact]
    public void The_table_is_large_enough_to_mean_something()
    {
        Assert.True(Sentence.All.Count > 400);
        Assert.True(Sentence.All.Count(sentence => sentence.Kind == "hard") >= 120);
        Assert.True(Sentence.All.Sum(sentence => sentence.Traps.Count) >= 150);
    }

    [Fact]
    public void All_sentences_together_reach_the_aims()
    {
        var score = Print("all", Sentence.All);

        Assert.True(score.F1 >= 0.99, score.Misses);
        Assert.True(score.FullyRight >= 0.96, score.Misses);
        Assert.True(score.TrapHits <= 0.01, score.Misses);
    }

    [Theory]
    [InlineData("plain", 0.99)]
    [InlineData("hard", 0.97)]
    public void Each_sort_of_sentence_reaches_its_aim(string kind, double aim)
    {
        var score = Print(kind, [.. Sentence.All.Where(sentence => sentence.Kind == kind)]);

        Assert.True(score.F1 >= aim, score.Misses);
    }

    [Fact]
    public void Every_phrase_is_where_its_offsets_say()
    {
        foreach (var sentence in Sentence.All)
            foreach (var figure in FigureReader.Read(sentence.Text))
                Assert.Equal(figure.Phrase, sentence.Text[figure.Start..figure.End]);
    }

    private SentenceScore Print(string name, IReadOnlyList<Sentence> sentences)
    {
        var score = SentenceScore.Of(sentences);
        output.WriteLine($"{name}: {score}");
        output.WriteLine(score.Misses);
        return score;
    }
}
