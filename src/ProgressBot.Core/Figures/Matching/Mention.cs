namespace ProgressBot.Core.Figures.Matching;

/// <summary>A figure in a reply with the words that may say what it is. All words are without white space.</summary>
/// <param name="Figure">As found.</param>
/// <param name="Before">The words of its own clause before it, since the figure before.</param>
/// <param name="Lead">The words of its sentence before it, since the figure before.</param>
/// <param name="After">The words behind it up to the end of the clause or the next figure.</param>
/// <param name="Sentence">All words of its sentence before it, other figures included.</param>
internal sealed record Mention(FoundFigure Figure, string Before, string Lead, string After, string Sentence)
{
    /// <summary>What stands in brackets right behind the figure: 4个（累计）.</summary>
    public string Note { get; init; } = "";

    /// <summary>The item number written before it (2：, 第2项, ②); it holds to the end of the line.</summary>
    public int? Label { get; init; }

    /// <summary>True when no full stop or line break stands between it and the figure before.</summary>
    public bool ContinuesSentence { get; init; }

    /// <summary>True when the next figure follows <see cref="After"/> without a mark between.</summary>
    public bool RunsOn { get; init; }

    /// <summary>Index of the figure whose bracket or colon it stands behind with the same unit: 2篇（信息1篇、简报1篇）.</summary>
    public int? Owner { get; init; }

    /// <summary>True when the right reading follows it: 5.1亿，哦不对，4.9亿.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>True when it stands in what the message repeats of an earlier one.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>True when no unit was written at all.</summary>
    public bool IsBare => Figure.Unit.Length == 0;

    /// <summary>True when the words around say nothing about which indicator is meant.</summary>
    public bool IsNeutral => ReplyWords.Content(Lead) == 0 && (RunsOn || ReplyWords.Content(After) == 0);

    /// <summary>由3.2亿增加到5.1亿: the value before the change.</summary>
    public bool IsFormer => ReplyWords.StartsGrown(After);

    /// <summary>不是4个: said to be wrong.</summary>
    public bool IsNegated => IsReplaced || ReplyWords.EndsNegated(Before) || ReplyWords.StartsReplaced(After);
}
