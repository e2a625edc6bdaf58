using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What a document says about itself: title, number, issuer, date, programme, partner.</summary>
internal sealed record TitlePage(string Title, string? DocumentNumber, string? Issuer, int? Year, DateOnly? Date, string? Programme,
    string? PartnerRegion);

/// <summary>Reads the title page out of the paragraphs and the captions of the tables.</summary>
internal static partial class TitlePageReader
{
    const int LongestTitle = 80;
    static readonly string[] Programmes = ["山海协作", "东西部协作", "对口支援", "对口合作", "对口帮扶", "对口协作"];

    /// <param name="lines">Paragraphs and captions in reading order.</param>
    /// <param name="whole">All text, goals included, for what only the wording betrays.</param>
    /// <param name="fileName">Taken for the title when the text has none.</param>
    public static TitlePage Read(IReadOnlyList<string> lines, string whole, string fileName)
    {
        var title = Title(lines);
        var date = Date(lines);
        var number = lines.Select(line => Number().Match(Spacing.Remove(line))).FirstOrDefault(match => match.Success)?.Value;
        var named = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(fileName);
        return new TitlePage(title.Length > 0 ? title : named, number, Issuer(lines), YearIn(named) ?? date?.Year ?? MostNamedYear(whole),
            date, Programme(named, whole), PartnerReader.Of(named, whole));
    }

    // 关于印发《…》的通知 names the plan; else the first line that is called a plan, a list of tasks, a breakdown
    static string Title(IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Select(Spacing.Tighten))
            if (Enclosed().Match(line) is { Success: true } notice)
                return Spacing.Tighten(notice.Groups[1].Value);
        var candidates = lines.Select(line => Spacing.Tighten(line).TrimStart('#').Trim()).Where(IsTitle);
        return candidates.FirstOrDefault(string.Empty);
    }

    static bool IsTitle(string line) =>
        line.Length is >= 3 and <= LongestTitle && !line.StartsWith("附件", StringComparison.Ordinal) && ListMark.At(line) is null
        && line.IndexOfAny(['。', '；', '：', '，']) < 0 && PlanWords().IsMatch(line);

    static string? Issuer(IReadOnlyList<string> lines)
    {
        var dated = Enumerable.Range(1, Math.Max(0,
            lines.Count - 1)).FirstOrDefault(index => WholeDate().IsMatch(Spacing.Remove(lines[index])));
        if (dated > 0 && Spacing.Remove(lines[dated - 1]) is { Length: <= 30 } signature && Office().IsMatch(signature))
            return signature;
        var letterhead = lines.Select(line => Letterhead().Match(Spacing.Remove(line))).FirstOrDefault(match => match.Success);
        return letterhead?.Groups[1].Value
            ?? lines.Select(line => BeforeNotice().Match(Spacing.Remove(line))).FirstOrDefault(match => match.Success)?.Groups[1].Value;
    }

    static DateOnly? Date(IReadOnlyList<string> lines)
    {
        var matches = lines.Select(line => WholeDate().Match(Spacing.Remove(line))).Where(match => match.Success).Concat(
            lines.Select(line => Printed().Match(Spacing.Remove(line))).Where(match => match.Success));
        return matches.Select(Parse).FirstOrDefault(date => date is not null);
    }

    static DateOnly? Parse(Match match) =>
        DateOnly.TryParseExact($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", "yyyy-M-d",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    static int? YearIn(string title) =>
        YearWords().Match(title) is { Success: true } year ? Digits(year.Groups[1].Value) : null;

    // a form without a title still dates its deadlines
    static int? MostNamedYear(string whole) =>
        YearWords().Matches(whole).Where(year => year.Value.EndsWith('年')).GroupBy(year => Digits(year.Groups[1].Value))
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Key).FirstOrDefault()?.Key;

    static int Digits(string year) =>
        year.Aggregate(0, (sum, digit) => (sum * 10) + (digit == '〇' ? 0
            : Math.Max("零一二三四五六七八九".IndexOf(digit), "0123456789".IndexOf(digit))));

    static string? Programme(string title, string whole) =>
        Array.Find(Programmes, title.Contains)
        ?? Programmes.Select(name => (name, Count: Occurrences(whole, name))).Where(found => found.Count > 0)
            .OrderByDescending(found => found.Count).FirstOrDefault().name;

    static int Occurrences(string text, string word) => text.AsSpan().Count(word);

    [GeneratedRegex("印发[《<](.+?)[》>]")]
    private static partial Regex Enclosed();

    [GeneratedRegex("(任务|计划|方案|要点|分解表|清单|责任书|任务书|安排|一览表|目标表|责任表|指标表|行动|细则|目标|指标|台账|项目表|责任分工|实事|工作)[^。]{0,8}$")]
    private static partial Regex PlanWords();

    [GeneratedRegex("[\\p{L}]{1,8}[〔\\[【（(](19|20)\\d\\d[〕\\]】）)]\\d{1,4}号")]
    private static partial Regex Number();

    [GeneratedRegex("^((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日$")]
    private static partial Regex WholeDate();

    [GeneratedRegex("((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日(?:印发|发布|起施行)")]
    private static partial Regex Printed();

    [GeneratedRegex("((?:19|20)\\d\\d|二[〇零][〇零一二三四五六七八九]{2})\\s*年?")]
    private static partial Regex YearWords();

    [GeneratedRegex("(办公室|办|局|委|委员会|政府|组|中心|部|党委|街道|集团|公司|会)$")]
    private static partial Regex Office();

    [GeneratedRegex("^(\\p{L}{4,30}(?:办公室|办|局|委|委员会|政府|组|部))文件$")]
    private static partial Regex Letterhead();

    [GeneratedRegex("^(\\p{L}{4,30}(?:办公室|局|委|委员会|政府|组|部))关于")]
    private static partial Regex BeforeNotice();
}
