using ProgressBot.Core.Figures.Reading;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>How typed text is compared.</summary>
public static class InputText
{
    /// <summary>
    /// Full width becomes half width; case, outer space, a final full stop and what nobody sees (zero width, marks of direction) go: 「进度。」,
    /// 「ＨＥＬＰ」 and 「help」
    /// are the same.
    /// </summary>
    public static string Fold(string text)
    {
        var whole = HalfWidth.Of(Seen(text)).Trim().ToLowerInvariant();
        var bare = whole.TrimEnd('。', '.', '!', '?').Trim();
        return bare.Length > 0 ? bare : whole;
    }

    /// <summary>A piece of a folded text with the case it was typed in; half width stays.</summary>
    public static string AsTyped(string text, string folded)
    {
        var narrow = HalfWidth.Of(Seen(text));
        var at = narrow.LastIndexOf(folded, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? folded : narrow.Substring(at, folded.Length);
    }

    /// <summary>A text without the characters that nobody sees; the same one when there are none.</summary>
    public static string Seen(string text) =>
        text.Any(Script.IsUnseen) ? string.Concat(text.Where(letter => !Script.IsUnseen(letter))) : text;
}
