using ProgressBot.Core.Dialogs;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class WordingTests
{
    static readonly Wording Wording = DialogFileReader.ReadWording("zh-CN", "zh-CN.yaml", """
        report:
          done: 回执{receipt}，共{count}项，{count}项待审。
          lines: |
            第一行
            第二行
        words: [困难, 问题]
        """);

    [Fact]
    public void A_placeholder_is_filled_in_wherever_it_stands() =>
        Assert.Equal("回执0923-017，共2项，2项待审。", Wording.Text("report.done", ("receipt", "0923-017"), ("count", 2)));

    [Fact]
    public void A_placeholder_nobody_fills_in_stays_visible() => Assert.Equal("回执0923-017，共{count}项，{count}项待审。", Wording.Text("report.done", ("receipt", "0923-017")));

    [Fact]
    public void Nothing_fills_in_as_nothing() => Assert.StartsWith("回执，共", Wording.Text("report.done", ("receipt", null)), StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_written_the_same_everywhere() => Assert.Contains("共1.5项", Wording.Text("report.done", ("count", 1.5m)), StringComparison.Ordinal);

    [Fact]
    public void The_placeholders_of_a_text_are_known() => Assert.Equal(["receipt", "count", "count"], Wording.Placeholders("report.done"));

    [Fact]
    public void A_text_of_several_lines_ends_without_an_empty_one() => Assert.Equal("第一行\n第二行", Wording.Text("report.lines"));

    [Fact]
    public void A_list_of_words_is_no_text()
    {
        Assert.Equal(["困难", "问题"], Wording.Words("words"));
        Assert.False(Wording.Has("words"));
        Assert.Empty(Wording.Words("report.done"));
    }

    [Fact]
    public void A_missing_key_is_named() => Assert.Contains("report.gone", Assert.Throws<KeyNotFoundException>(() => Wording.Text("report.gone")).Message, StringComparison.Ordinal);
}
