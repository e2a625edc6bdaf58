using ProgressBot.Core.Dialogs;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class CommandWordsTests
{
    static readonly CommandWords Words = new(
    [
        DialogFileReader.ReadWording("zh-CN", "zh-CN.yaml", """
            commands:
              status: [进度, 进展]
              return: [退回]
              nudge: [催办, 催]
              snooze: [稍后]
              tomorrow: [稍后明天]
              help: [帮助, "？"]
            """),
        DialogFileReader.ReadWording("en", "en.yaml", """
            commands:
              status: [status]
              return: [return, send back]
              help: [help]
            """),
    ]);

    [Theory]
    [InlineData("进度", "status", "")]
    [InlineData("  进展。", "status", "")]
    [InlineData("进度 区商务局", "status", "区商务局")]
    [InlineData("进度　区商务局", "status", "区商务局")]
    [InlineData("退回3 数字与附件不符", "return", "3 数字与附件不符")]
    [InlineData("催办区商务局", "nudge", "区商务局")]
    [InlineData("催办未报", "nudge", "未报")]
    [InlineData("催区商务局", "nudge", "区商务局")]
    [InlineData("？", "help", "")]
    [InlineData("\u2060进度\u2060", "status", "")]
    [InlineData("\u200B进度", "status", "")]
    [InlineData("\uFEFF进度", "status", "")]
    [InlineData("\u200E进度\u200F", "status", "")]
    [InlineData("\u202A催办区商务局\u202C", "nudge", "区商务局")]
    [InlineData("/进度", "status", "")]
    [InlineData("／ 退回3", "return", "3")]
    public void A_command_stands_alone_or_before_a_space_a_number_or_a_name(string text, string command, string argument) =>
        Assert.Equal((command, argument), Words.Find(text, IsName));

    [Theory]
    [InlineData("help", "help", "")]
    [InlineData("HELP.", "help", "")]
    [InlineData("Status 区商务局", "status", "区商务局")]
    [InlineData("return 3 no proof", "return", "3 no proof")]
    [InlineData("send back 3", "return", "3")]
    public void English_commands_work_in_any_case(string text, string command, string argument) =>
        Assert.Equal((command, argument), Words.Find(text, IsName));

    [Theory]
    [InlineData("退回３　数字与附件不符", "return", "3 数字与附件不符")]
    [InlineData("ＨＥＬＰ", "help", "")]
    [InlineData("ｓｔａｔｕｓ　区商务局", "status", "区商务局")]
    public void Commands_work_in_full_width(string text, string command, string argument) =>
        Assert.Equal((command, argument), Words.Find(text, IsName));

    [Theory]
    [InlineData("进度较慢，主要因为土地未批")]
    [InlineData("进展顺利")]
    [InlineData("退回的材料已重报")]
    [InlineData("催办区税务局")]
    [InlineData("目前进度 50%")]
    [InlineData("status2")]
    [InlineData("helpful")]
    [InlineData("累计5.1亿元")]
    [InlineData("")]
    public void A_sentence_that_only_begins_like_a_command_is_none(string text) => Assert.Null(Words.Find(text, IsName));

    [Fact]
    public void The_longest_word_wins() => Assert.Equal(("tomorrow", ""), Words.Find("稍后明天", IsName));

    [Fact]
    public void A_command_has_one_name_in_all_languages() =>
        Assert.Equal(["help", "nudge", "return", "snooze", "status", "tomorrow"], Words.Names.Order(StringComparer.Ordinal));

    static bool IsName(string text) => text is "区商务局" or "未报";
}
