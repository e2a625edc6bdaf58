using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>How typed text is compared.</summary>
public static class InputText
{
    /// <summary>Full width becomes half width, case and outer space and a final full stop go: 「进度。」, 「ＨＥＬＰ」 and 「help」 are the same.</summary>
    public static string Fold(string text)
    {
        var whole = HalfWidth.Of(text).Trim().ToLowerInvariant();
        var bare = whole.TrimEnd('。', '.', '!', '?').Trim();
        return bare.Length > 0 ? bare : whole;
    }

    /// <summary>A piece of a folded text with the case it was typed in; half width stays.</summary>
    public static string AsTyped(string text, string folded)
    {
        var narrow = HalfWidth.Of(text);
        var at = narrow.LastIndexOf(folded, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? folded : narrow.Substring(at, folded.Length);
    }
}
