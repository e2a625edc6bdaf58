using System.Globalization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>One line of <c>tired.txt</c>, read while ten items are open.</summary>
/// <param name="Figures">Such as <c>C=410000000累计</c>, <c>-F</c> and <c>=B</c>.</param>
/// <param name="Asked">Letters of the indicators it has to be asked about.</param>
internal sealed record TiredReply(string Text, IReadOnlySet<string> Figures, IReadOnlySet<char> Asked)
{
    private static readonly SoughtIndicator[] Open =
    [
        Of('A', 1, "项目洽谈会", "次", "次", 1, null),
        Of('B', 1, "新签合作项目", "个", "个", 6, 2),
        Of('C', 1, "到位资金", "元", "亿元", 8e8m, 3.2e8m),
        Of('D', 5, "援建资金", "元", "万元", 6.6e6m, 4e6m),
        Of('E', 6, "示范点", "个", "个", 3, 1),
        Of('F', 6, "干部", "名", "名", 1, null),
        Of('G', 7, "培训就业", "人次", "人次", 400, 300),
        Of('H', 17, "消费帮扶销售额", "元", "万元", 1e7m, 6.26e6m),
        Of('I', 18, "指标调整", "亩", "亩", 200, null),
        Of('J', 21, "报送信息", "篇", "篇", 2, 1),
    ];

    public static IEnumerable<TiredReply> All() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "tired.txt")).Where(line =>
            line.Length > 0 && line[0] is not ('#' or '[')).Select(Parse);

    /// <summary>What the reader makes of it, in the same notation.</summary>
    public TiredReply Read()
    {
        var context = SamplePlan.September with { OwnNames = ["区投促局", "投促局"], OtherNames = ["区教育局", "教育局", "区商务局", "商务局"] };
        var reading = ReplyReader.Read(Text, Open, context);
        return new TiredReply(Text,
            reading.Matched.Select(Written).Concat(reading.Nothing.Select(id => $"-{(char)id}")).Concat(reading.Unchanged.Select(id =>
                $"={(char)id}")).ToHashSet(),
            reading.Doubts.SelectMany(doubt => doubt.Choices).Where(choice => choice.IndicatorId is not null).Select(choice =>
                (char)choice.IndicatorId!.Value).ToHashSet());
    }

    public override string ToString() =>
        string.Join(' ', Figures.Order(StringComparer.Ordinal).Concat(Asked.Order().Select(letter => $"?{letter}")).DefaultIfEmpty("0"));

    // where nothing was reported before, part and total are one
    private static bool IsFirst(char letter) => Open.First(indicator => indicator.Id == letter).LastTotal is null;

    private static string Written(MatchedFigure match) =>
        $"{(char)match.IndicatorId}={(match.Comparator == Comparator.None ? "" : "≈")}{Plain(match.Value)}{(match.Basis == Basis.Cumulative || IsFirst((char)match.IndicatorId) ? "累计" : "本期")}";

    private static TiredReply Parse(string line)
    {
        var words = line[(line.LastIndexOf(" => ", StringComparison.Ordinal) + 4)..].Split(' ').Where(word => word != "0").ToList();
        return new TiredReply(Unescaped(line[..line.LastIndexOf(" => ", StringComparison.Ordinal)]), words.Where(word =>
            word[0] != '?').Select(Figure).ToHashSet(),
            words.Where(word => word[0] == '?').Select(word => word[1]).ToHashSet());
    }

    private static string Unescaped(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\u200b", "\u200b", StringComparison.Ordinal);

    private static string Figure(string word)
    {
        if (word[0] is '-' or '=')
            return word;
        var (start, end) = (word[2] == '≈' ? 3 : 2, word.IndexOfAny(['累', '本']));
        return word[..start] + Plain(decimal.Parse(word.AsSpan(start, end - start), NumberStyles.Float,
            CultureInfo.InvariantCulture)) + (IsFirst(word[0]) ? "累计" : word[end..]);
    }

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static SoughtIndicator Of(char letter, int number, string name, string baseUnit, string displayUnit, decimal target,
        decimal? last) =>
        new(letter, number, name) { BaseUnit = baseUnit, DisplayUnit = displayUnit, Target = target, LastTotal = last, LastApproved = last,
            Basis = Basis.Cumulative };
}
