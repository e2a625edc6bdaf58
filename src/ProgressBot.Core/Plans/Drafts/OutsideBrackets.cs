using System.Buffers;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Looks at a text while leaving brackets and quotation marks whole. A bracket that is never closed counts as an ordinary character.</summary>
internal static class OutsideBrackets
{
    const string Opening = "（([【〔《〈「“‘{";
    const string Closing = "）)]】〕》〉」”’}";

    static readonly SearchValues<char> AnyOpening = SearchValues.Create(Opening + '"');

    /// <summary>Cuts at any of the separators that stands outside brackets and quotes. The parts are trimmed, blank ones are left out. Linear.</summary>
    public static IEnumerable<Piece> Split(string text, string separators)
    {
        var inside = Mark(text);
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && (inside[index] || !separators.Contains(text[index])))
                continue;
            var part = text[start..index].Trim();
            if (part.Length > 0)
                yield return new Piece(part, index < text.Length ? text[index] : '\0');
            start = index + 1;
        }
    }

    /// <summary>True for each character that stands between an opening bracket and its closing one, both included.</summary>
    public static bool[] Mark(string text)
    {
        var inside = new bool[text.Length];
        foreach (var (start, end) in Pairs(text))
            Array.Fill(inside, true, start, end - start + 1);
        return inside;
    }

    /// <summary>The outermost brackets and quotes, from left to right, as offsets of the two marks.</summary>
    public static IEnumerable<(int Start, int End)> Pairs(string text)
    {
        if (!text.AsSpan().ContainsAny(AnyOpening))
            return [];
        var open = new Stack<int>();
        var outermost = new List<(int Start, int End)>();
        for (var index = 0; index < text.Length; index++)
        {
            if (IsOpening(text, index, open))
                open.Push(index);
            else if (Closes(text, index, open))
                Close(text, index, open, outermost);
        }

        return outermost;
    }

    /// <summary>The text with its outermost brackets (not quotes) cut out.</summary>
    public static string WithoutBrackets(string text)
    {
        if (!text.AsSpan().ContainsAny(AnyOpening))
            return text;
        var kept = new System.Text.StringBuilder(text.Length);
        var from = 0;
        foreach (var (start, end) in Pairs(text).Where(pair => "（([【〔".Contains(text[pair.Start])))
        {
            kept.Append(text, from, start - from);
            from = end + 1;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    // deeper nesting than any real document's is read as ordinary text, which keeps hostile input linear
    static bool IsOpening(string text, int index, Stack<int> open) =>
        open.Count < 32 && (Opening.Contains(text[index]) || (text[index] == '"' && !open.Any(start => text[start] == '"')));

    // （ and ( are mixed freely in published tables, so any closing bracket closes the same kind in either width
    static bool Closes(string text, int index, Stack<int> open) =>
        (Closing.Contains(text[index]) || text[index] == '"') && open.Any(start => Kind(text[start]) == Kind(text[index]));

    static void Close(string text, int index, Stack<int> open, List<(int Start, int End)> outermost)
    {
        int start;
        do
            start = open.Pop();
        while (Kind(text[start]) != Kind(text[index]));
        while (outermost.Count > 0 && outermost[^1].Start > start)
            outermost.RemoveAt(outermost.Count - 1);
        outermost.Add((start, index));
    }

    static int Kind(char mark) => mark switch
    {
        '（' or '(' or '）' or ')' => 0,
        '"' => 1,
        _ => 2 + Math.Max(Opening.IndexOf(mark), Closing.IndexOf(mark)),
    };
}

/// <summary>A part of a text and the separator that ended it ('\0' at the end of the text).</summary>
internal readonly record struct Piece(string Text, char End);
