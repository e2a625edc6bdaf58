namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Where clauses (between commas) and sentences (between full stops and semicolons) begin and end. Offsets are UTF-16.</summary>
internal static class Clauses
{
    const string ClauseEnds = "，。；：！？\n,;、";
    const string SentenceEnds = "。；！？\n;";

    public static int Start(string text, int at) => LastOf(text, at, ClauseEnds);

    public static int End(string text, int at) => FirstOf(text, at, ClauseEnds);

    public static int SentenceStart(string text, int at) => LastOf(text, at, SentenceEnds);

    public static int SentenceEnd(string text, int at) => FirstOf(text, at, SentenceEnds);

    static int LastOf(string text, int at, string ends) => text.AsSpan(0, at).LastIndexOfAny(ends) + 1;

    static int FirstOf(string text, int at, string ends) => text.AsSpan(at).IndexOfAny(ends) is var found and >= 0 ? at + found : text.Length;
}
