using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Drafts are not lost: what is cancelled or withdrawn is kept for a day, and 恢复草稿 brings it back.</summary>
static class Drafts
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Drafts that are kept at most.</summary>
    const int Most = 3;

    const string RestoreDialog = "restore_draft";

    public static void Register(DialogNames names)
    {
        names.Actions["cancel"] = Cancel;
        names.Actions["shelve_draft"] = Shelve;
        names.Actions["restore_draft"] = Restore;
        names.Edited = Edited;
        names.Left = Leave;
        names.Subjects["own_reports"] = About;
    }

    static void Cancel(Turn turn)
    {
        var draft = turn.Session.Draft is { IsEmpty: false } held ? held : null;
        turn.Say(turn.Session.Dialog is null ? "common.nothing_to_cancel" : draft is null ? "common.cancelled" : "common.shelved");
        Shelve(turn);
        turn.Session.End();
    }

    // an edited message takes the place of what it said before
    static Reading? Edited(Turn turn)
    {
        if (turn.Input.Replaces is not { } edited || turn.Session.Draft is not { } draft || !draft.Origins.ContainsKey(edited)) return null;
        turn.Session.Draft = draft.Without(edited);
        var reading = ProgressReader.Read(turn, null);
        if (reading.Kind != ReadKind.Understood) turn.Session.Draft = draft;
        return reading;
    }

    // what a reporter is asked about: what the draft holds, and before there is one, all that is owed
    static IEnumerable<Report> About(Turn turn)
    {
        var draft = turn.Session.Draft is { IsEmpty: false } held ? held : null;
        return turn.DraftTasks.Where(task => draft?.Touches(task.Report.Id) ?? task.Report.IsOpen).Select(task => task.Report);
    }

    static void Shelve(Turn turn)
    {
        if (turn.Session.Draft is { IsEmpty: false } draft) Shelve(turn, draft);
    }

    public static void Shelve(Turn turn, ReportDraft draft)
    {
        turn.Session.Shelved.RemoveAll(shelved => turn.Facts.Now - shelved.At > Kept);
        turn.Session.Shelved.Add(new ShelvedDraft(draft, turn.Facts.Now));
        if (turn.Session.Shelved.Count > Most) turn.Session.Shelved.RemoveAt(0);
    }

    // a command in the middle of a report throws nothing away
    static void Leave(Turn turn, string next)
    {
        if (turn.Session.Draft is not { IsEmpty: false, OnBehalfOf: null }) return;
        Shelve(turn);
        if (next != RestoreDialog) turn.Say("common.left");
    }

    // with a draft under way the one before it is added, and what is under way holds where both speak of the same
    static void Restore(Turn turn)
    {
        var kept = turn.Session.Shelved.FindAll(shelved => turn.Facts.Now - shelved.At <= Kept);
        List<ShelvedDraft> taken = kept is [.., var before, var last] && last.At == turn.Facts.Now ? [before, last] : [.. kept.TakeLast(1)];
        turn.Session.Shelved = kept[..^taken.Count];
        var live = new ReportDraft();
        foreach (var shelved in taken) live.Add(Live(turn, shelved.Draft));
        if (live.IsEmpty)
        {
            turn.Say("restore_draft.none");
            turn.Session.End();
            return;
        }
        live.Enough = true;
        turn.Session.Draft = live;
    }

    // reports that were closed meanwhile are left out
    static ReportDraft Live(Turn turn, ReportDraft draft)
    {
        var open = turn.Facts.Tasks.Select(task => task.Report.Id).ToHashSet();
        draft.Figures.RemoveAll(figure => !open.Contains(figure.ReportId));
        draft.Milestones.RemoveAll(state => !open.Contains(state.ReportId));
        draft.Statements.RemoveAll(said => said.ReportId is { } id && !open.Contains(id));
        draft.TakenBack.RemoveAll(back => !open.Contains(back.ReportId));
        draft.NoChange.RemoveAll(id => !open.Contains(id));
        (draft.Revisions, draft.Enough) = ([], true);
        return draft;
    }

    /// <summary>A withdrawn submission as a draft: what it had added to what stood before.</summary>
    public static ReportDraft Of(IEnumerable<Report> withdrawn)
    {
        var draft = new ReportDraft();
        foreach (var report in withdrawn)
        {
            var version = report.UnderReview!;
            if (version.NoChange) draft.NoChange.Add(report.Id);
            draft.Figures.AddRange(version.Figures.Where(figure => figure.MessageId == version.MessageId)
                .Select(figure => new DraftFigure(report.Id, figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis, true) { Comparator = figure.Comparator }));
            draft.Milestones.AddRange(version.States.Where(state => state.MessageId == version.MessageId).Select(state => new DraftMilestone(report.Id, state.MilestoneId, state.State, state.Phrase)));
            draft.Statements.AddRange(version.Statements.Where(said => said.MessageId == version.MessageId).Select(said => new DraftStatement(report.Id, said.Kind, said.Text, said.Expected)));
        }
        return draft;
    }
}
