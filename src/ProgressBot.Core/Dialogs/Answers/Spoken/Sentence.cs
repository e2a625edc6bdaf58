using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>A stretch of a message between two stops.</summary>
/// <param name="Start">UTF-16 offset of its first character, behind the writer's own list mark.</param>
/// <param name="Line">The line it stands in, from 0.</param>
/// <param name="IsQuestion">True when it ends with a question mark.</param>
sealed partial record Sentence(int Start, int End, int Line, bool IsQuestion, IReadOnlyList<Clause> Clauses)
{
    const string Stops = "。；;！!？?\n\r";
    const string Pauses = "，,";
    const int LongestMark = 8;

    /// <summary>The sentences of a message, empty ones left out.</summary>
    public static List<Sentence> Of(string text)
    {
        var (sentences, clauses, start, line) = (new List<Sentence>(), new List<Clause>(), 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var stops = at == text.Length || Stops.Contains(text[at], StringComparison.Ordinal);
            if (!stops && !IsPause(text, at)) continue;
            if (Between(text, start, at) is { } clause) clauses.Add(clause);
            start = at + 1;
            if (!stops) continue;
            if (clauses.Count > 0) sentences.Add(new Sentence(clauses[0].Start, clauses[^1].End, line, at < text.Length && text[at] is '？' or '?', clauses));
            if (clauses.Count > 0) clauses = [];
            if (at < text.Length && text[at] == '\n') line++;
        }
        return sentences;
    }

    // not the comma of 1,200
    static bool IsPause(string text, int at) => IsListMark(text, at) || Pauses.Contains(text[at], StringComparison.Ordinal)
        && !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    // （1）…（2）… in one line
    static bool IsListMark(string text, int at) => text[at] is '(' or '（' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1])
        && (text[at + 2] is ')' or '）' || (at + 3 < text.Length && char.IsAsciiDigit(text[at + 2]) && text[at + 3] is ')' or '）'));

    static Clause? Between(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return null;
        var mark = Mark().Match(text, start, Math.Min(end - start, LongestMark));
        return mark.Success && start + mark.Length < end ? new Clause(start + mark.Length, end, NumberOf(mark)) : new Clause(start, end, null);
    }

    static int? NumberOf(Match mark) => mark.Groups["round"] is { Success: true, Value: [var round] } ? round - '①' + 1
        : int.TryParse(mark.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 1. 1、 1： (1) 第1项 ① 一、 and a bare number before words; 1.5亿 and 3个 are none
    [GeneratedRegex(@"\G(?:第(?<number>\d{1,2})[项条][:：、]?|[(（]?(?<number>\d{1,2})(?:[)）.．、:：](?!\d)|\s+(?![个家次亩万亿元名人月日年期篇项场份\d])"
        + @"|(?=[\u4e00-\u9fff])(?![个家次亩万亿元名人月日年期篇项场度份号点类层栋条批轮县位所处座千百十两分成]))|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|(?<round>[①-⑳]))\s*")]
    private static partial Regex Mark();
}

/// <summary>A stretch of a sentence between two pauses.</summary>
/// <param name="Start">UTF-16 offset of its first character, behind the writer's own list mark.</param>
/// <param name="Number">The list mark's number; null for none.</param>
readonly record struct Clause(int Start, int End, int? Number);
