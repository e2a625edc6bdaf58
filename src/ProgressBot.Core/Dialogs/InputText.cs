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
}
