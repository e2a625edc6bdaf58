namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>The day that a sentence looks ahead to: 卡在9月3日的会，预计10月15日批.</summary>
static class ExpectedDay
{
    /// <summary>The first day from today on; null when it names none.</summary>
    public static DateOnly? In(Message message, int start, int end)
    {
        var text = message.Text[start..end];
        for (var day = TypedDay.First(text, message.Today); day is { } found; day = TypedDay.First(text, message.Today, found.End))
            if (found.Day >= message.Today && !IsFigure(message, start + found.Start)) return found.Day;
        return null;
    }

    // 缺口2.5亿 is no day
    static bool IsFigure(Message message, int at) =>
        Stretch.FirstFrom(message.Figures, at + 1, figure => figure.Start) is > 0 and var next && message.Figures[next - 1].End > at;
}
