using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Reads the units out of a cell or bracket: 甲局、乙局; 牵头单位：甲局；配合单位：乙局; *甲局 乙局; 甲局（牵头）.</summary>
internal static partial class UnitList
{
    const string Phrases = "，,；;。\n";
    const string Separators = "、/|";
    static readonly char[] StrayMarks = ['。', '：', ':', '-', '—', '－', '.', '·'];

    /// <summary>All units in order, each once.</summary>
    /// <param name="text">A cell, or what stands between the brackets.</param>
    /// <param name="role">What the column says; marks inside the text overrule it.</param>
    public static IReadOnlyList<UnitMention> Parse(string text, UnitRole? role = null)
    {
        var mentions = new List<UnitMention>();
        foreach (var (label, names) in ByLabel(Apart(Unwrap(text), role)))
            foreach (var phrase in OutsideBrackets.Split(names, Phrases))
                AddPhrase(mentions, phrase.Text, label ?? role);
        return [.. mentions.DistinctBy(mention => mention.Name)];
    }

    /// <summary>The name without marks and words of its part: 甲局（牵头） and 由甲局分别牵头 are 甲局.</summary>
    public static string Bare(string raw)
    {
        var name = Marks().Replace(Bullet().Replace(Spacing.Remove(raw), string.Empty), string.Empty);
        return OpenEnd().Replace(PartAtEnd().Replace(RoleMark().Replace(name, string.Empty), string.Empty).Trim(StrayMarks), string.Empty);
    }

    /// <summary>True when the list is left open: 甲局、乙局等.</summary>
    public static bool IsOpen(string text) => OpenEnd().IsMatch(Spacing.Remove(text));

    // ①甲局②乙局 numbers the units, and whoever is ① leads them unless the column says that all of them assist
    static string Apart(string text, UnitRole? role) =>
        text.Contains('②') ? Circled().Replace(text,
            mark => "\n" + (mark.Value == "①" && role != UnitRole.Assist ? mark.Value : string.Empty)) : text;

    // a name may be broken over two lines of a narrow cell; only a finished name ends at the line's end
    static string Unwrap(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var joined = lines.FirstOrDefault(string.Empty);
        foreach (var line in lines.Skip(1))
            joined += (IsFinished(joined) || EndsWithRoleMark().IsMatch(line) || LabelAtStart().IsMatch(line) ? "\n" : string.Empty) + line;
        return joined;
    }

    static bool IsFinished(string text)
    {
        var last = text[(text.LastIndexOfAny(['、', '，', ',', '；', ';', '\n', ' ']) + 1)..];
        return last.Length == 0 || UnitWords.EndsLikeUnit(OutsideBrackets.WithoutBrackets(last).TrimEnd('*', '＊', '★', '▲', '☆'))
            || UnitWords.IsGroup(last);
    }

    static IEnumerable<(UnitRole? Role, string Names)> ByLabel(string text)
    {
        var label = Label.Next(text, 0);
        if (label is not { Start: 0 })
            yield return (null, text[..(label?.Start ?? text.Length)]);
        while (label is { } current)
        {
            label = Label.Next(text, current.End);
            if (current.Kind is LabelKind.Units or LabelKind.Other)
                yield return (RoleOf(text[current.Start..current.End]), text[current.End..(label?.Start ?? text.Length)]);
        }
    }

    static UnitRole? RoleOf(string words) =>
        LeadWords().IsMatch(words) ? UnitRole.Lead : AssistWords().IsMatch(words) ? UnitRole.Assist : null;

    // 甲局 乙局 and 甲局和乙局 are two units; 文化和旅游局 is one, and 各部门及国企 is one collective
    static IEnumerable<string> Names(string piece)
    {
        var words = piece.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var names = words.Length > 1 && words.All(word => UnitWords.LooksLikeUnit(Marks().Replace(word, string.Empty))) ? words
            : [Spacing.Remove(piece)];
        return names.SelectMany(AtConjunction);
    }

    static IEnumerable<string> AtConjunction(string name)
    {
        var start = 0;
        foreach (Match word in Conjunction().Matches(name))
        {
            var (left, right) = (name[start..word.Index], name[(word.Index + word.Length)..]);
            if (UnitWords.IsGroup(left) || !CanEndBefore(left) || UnitWords.IsBareKind(right)
                || !UnitWords.LooksLikeUnit(Marks().Replace(right, string.Empty)))
                continue;
            yield return left;
            start = word.Index + word.Length;
        }

        yield return name[start..];
    }

    static bool CanEndBefore(string left) => left.Length >= 3 && UnitWords.EndsLikeUnit(left);

    // 甲局、乙局牵头: the word at the end is about all that are named before it, but for those that have one of their own
    static void AddPhrase(List<UnitMention> mentions, string phrase, UnitRole? role)
    {
        var names = OutsideBrackets.Split(phrase, Separators).SelectMany(piece => Names(piece.Text)).ToList();
        var parts = new UnitRole?[names.Count];
        for (var index = names.Count - 1; index >= 0; index--)
            parts[index] = RoleOf(PartAtEnd().Match(names[index]).Value) ?? (index + 1 < names.Count ? parts[index + 1] : role);
        foreach (var (index, name) in names.Index())
            Add(mentions, name, RoleOf(string.Concat(RoleMark().Matches(name))) ?? parts[index]);
    }

    static void Add(List<UnitMention> mentions, string raw, UnitRole? role)
    {
        var tail = OpenWithCollective().Match(raw);
        var marked = Marks().IsMatch(raw) ? UnitRole.Lead : role;
        var name = Bare(tail.Success ? raw[..tail.Index] : raw);
        if (mentions.Count > 0 && mentions[^1].IsGroup && UnitWords.IsBareKind(name))
            mentions[^1] = mentions[^1] with { Name = mentions[^1].Name + "、" + name };
        else if (name.Length >= 2)
            mentions.Add(new UnitMention(name, marked, UnitWords.IsGroup(name)));
        if (tail.Success)
            mentions.Add(new UnitMention(tail.Groups[1].Value, role, true));
    }

    [GeneratedRegex("^\\W?(牵头|主办|责任|配合|协办|参与|承办|参加|实施|落实|主管)")]
    private static partial Regex LabelAtStart();

    [GeneratedRegex("牵头|主办|主要责任|主责")]
    private static partial Regex LeadWords();

    [GeneratedRegex("配合|协办|协同|协助|参与|参加|共同")]
    private static partial Regex AssistWords();

    [GeneratedRegex("^[*＊★▲☆①]+|[*＊★▲☆①]+$")]
    private static partial Regex Marks();

    [GeneratedRegex("^([②-⑳●•·]|\\d{1,2}[.．、)）])")]
    private static partial Regex Bullet();

    [GeneratedRegex("[（(\\[](牵头|主办|主责|配合|协办|协助|参与|参加|负责|落实)(单位|部门|责任单位)?[）)\\]]|^(由|责成|请)")]
    private static partial Regex RoleMark();

    [GeneratedRegex("(按照?(各自)?(职责|职能)(任务)?(分工)?)?(分别|共同|联合)?((负责)?(牵头|主办|配合|协办|协助|协同|(?<!各)参[与加]|会同)(负责|落实|实施|单位|抓落实)?|(具体)?负责(落实"
        + "|实施)?|抓好?落实|组织实施|(具体|组织|共同|分别)?落实|承办|(具体)?实施)$")]
    private static partial Regex PartAtEnd();

    [GeneratedRegex("[①-⑳]")]
    private static partial Regex Circled();

    [GeneratedRegex("^[（(](牵头|配合|主办|协办)")]
    private static partial Regex EndsWithRoleMark();

    [GeneratedRegex("等(单位|部门|\\d+个?(单位|部门|家))?$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex("等((?:有关|相关|各|区级|市级|县级)\\S*)$")]
    private static partial Regex OpenWithCollective();

    [GeneratedRegex("以及|[和及与]")]
    private static partial Regex Conjunction();
}
