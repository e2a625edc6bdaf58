namespace ProgressBot.Core.Plans;

/// <summary>What a work item is called on a phone: its section without office padding; where one section has several goals, what the goal counts, or its head.</summary>
public static class ItemName
{
    const int Longest = 14;

    static readonly string[] Padding = ["完成情况", "推进情况", "落实情况", "建设情况", "情况", "工作"];
    static readonly char[] Ends = ['，', '；', '。', '、', ',', ';', '（', '('];

    /// <param name="isOnly">True when the section has this goal alone.</param>
    /// <param name="indicators">Names of what the goal counts; they tell the goals of one section apart better than their sentences do.</param>
    public static string Of(string section, string goal, bool isOnly, IReadOnlyList<string> indicators)
    {
        var head = isOnly && section.Length > 0 ? Head(WithoutPadding(section)) : indicators.Count > 0 ? indicators[0] : Head(goal);
        return head.Length <= Longest ? head : head[..(Longest - 1)] + "…";
    }

    static string WithoutPadding(string section)
    {
        var padding = Padding.FirstOrDefault(word => section.EndsWith(word, StringComparison.Ordinal) && section.Length > word.Length + 2);
        return padding is null ? section : section[..^padding.Length];
    }

    // up to the first pause that leaves enough to recognise it by
    static string Head(string text)
    {
        const int enough = 4;
        var end = text.IndexOfAny(Ends, Math.Min(enough, text.Length));
        return (end < 0 ? text : text[..end]).Trim();
    }
}
