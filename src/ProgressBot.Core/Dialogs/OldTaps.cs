namespace ProgressBot.Core.Dialogs;

/// <summary>Taps on messages that are not current any more: they change nothing, and the answer says what became of the matter.</summary>
static class OldTaps
{
    /// <summary>True for a button of another question than the one that waits, and for one whose reports are all told or closed.</summary>
    /// <param name="isCommand">The button's words mean the same at any time, as 无变化 does; then it is old only with its reports.</param>
    public static bool IsOld(Turn turn, bool isCommand) => turn.Tap switch
    {
        null => false,
        { Question: { } asked } when asked == turn.Session.Question && turn.Session.Dialog is not null => false,
        { Question: null, Reports.Count: 0 } => false,
        { Question: null } => !IsOwed(turn),
        _ => !(isCommand && IsOwed(turn)),
    };

    public static void Say(Turn turn)
    {
        var told = Meant(turn).Where(task => task.Report.Current is not null).MaxBy(task => task.Report.Current!.At);
        if (told?.Report.Current is { } version)
            turn.Say("old_button.already", ("time", turn.Phrasing.Time(version.At)), ("receipt", version.Receipt), ("state", turn.Wording.Text($"state.{Phrasing.Name(told.Report.State)}")));
        else turn.Say(turn.Tap!.Reports.Count > 0 && !Meant(turn).Any() ? "old_button.closed" : "old_button.passed");
    }

    static bool IsOwed(Turn turn) => Meant(turn).Any(task => task.Report.IsOpen);

    static IEnumerable<Reporting.ReportTask> Meant(Turn turn) => turn.Facts.Tasks.Where(task => turn.Tap!.Reports.ContainsKey(task.Report.Id));
}
