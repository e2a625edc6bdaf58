using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Tests.Core.Figures;

public sealed class WordTreeTests
{
    const string Letters = "甲乙丙a";

    [Fact]
    public void The_longest_word_is_found_wherever_it_begins_or_ends()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var classes = Enumerable.Range(0, 3).Select(value => (Words(random).AsEnumerable(), value)).ToArray();
            var values = WordFile.Merge<int>(classes);
            var (tree, endings) = (new WordTree<int>(classes), new EndingTree<int>(classes));
            var text = Word(random, 40);
            for (var at = -1; at <= text.Length; at++)
            {
                var (length, ending) = (tree.LongestAt(text, at, out var value), endings.LongestBefore(text, at, out var before));

                Assert.Equal(Longest(values, at < 0 ? "" : text[at..], (words, word) => words.StartsWith(word, StringComparison.Ordinal)), (length, value));
                Assert.Equal(Longest(values, at < 0 ? "" : text[..at], (words, word) => words.EndsWith(word, StringComparison.Ordinal)), (ending, before));
            }
        }
    }

    [Fact]
    public void Every_size_is_a_name_up_to_its_last_letter()
    {
        var units = WordFile.Read("units");
        var names = from unit in units["SizeUnits"] from bound in units["SizeBounds"] from kind in units["SizeKinds"] from thing in units["SizeThings"] select unit + bound + kind.Replace("-", "", StringComparison.Ordinal) + thing;
        var all = names.Concat(units["Sizes"]).Concat(units["Periods"]).Concat(units["Words"]).ToHashSet();
        foreach (var name in all.Where((_, index) => index % 7 == 0))
        {
            var longest = Enumerable.Range(1, name.Length).Last(length => all.Contains(name[..length]));

            Assert.Equal(longest, Traps.WordAt(name + "。", 0, false, out _));
        }
        Assert.Equal(0, Traps.WordAt("元以上的重大", 0, false, out _));
    }

    static (int Length, int Value) Longest(Dictionary<string, int> words, string text, Func<string, string, bool> stands) =>
        words.Where(word => stands(text, word.Key)).Select(word => (word.Key.Length, word.Value)).DefaultIfEmpty().MaxBy(found => found.Length);

    static string[] Words(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => Word(random, random.Next(1, 6)))];

    static string Word(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
}
