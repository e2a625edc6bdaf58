using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Decides which item, and which line of its checklist, a link or file proves; asks where words do not tell.</summary>
static class EvidenceReader
{
    static readonly char[] ClauseEnds = ['，', '。', '；', ';', '\n'];

    /// <param name="told">What the same message gave figures for.</param>
    public static void Take(Turn turn, IReadOnlyList<FoundLink> links, IReadOnlyList<IncomingFile> files, IReadOnlyList<ReportTask> tasks, List<ToldFigure> told)
    {
        var known = turn.Draft.Evidence.Select(piece => piece.Url).ToHashSet();
        foreach (var link in links)
            if (known.Add(link.Url)) Add(turn, new DraftEvidence(null, EvidenceLinks.NameOf(link.Url), link.Url, null, []), link.Start, tasks, told);
        foreach (var file in files) Add(turn, new DraftEvidence(null, file.Name, null, file.Key, []), null, tasks, told);
    }

    // at: where a link stands in the message
    static void Add(Turn turn, DraftEvidence piece, int? at, IReadOnlyList<ReportTask> tasks, List<ToldFigure> told)
    {
        turn.Draft.Evidence.Add(piece);
        Place(turn, turn.Draft.Evidence.Count - 1, at, tasks, told);
    }

    static void Place(Turn turn, int index, int? at, IReadOnlyList<ReportTask> tasks, List<ToldFigure> told)
    {
        var piece = turn.Draft.Evidence[index];
        var (clause, start) = at is { } link ? ClauseAround(turn.Text, link) : (turn.Text, 0);
        var named = BestRequirement(tasks, piece.FileKey is null ? clause : $"{piece.Name} {clause}");
        if (named is { } found) Settle(turn.Draft, index, found.Task, found.Requirement);
        else if (TheOne(tasks, OneReport(told, start, start + clause.Length) ?? OneReport(told, 0, int.MaxValue)) is { } task) Choose(turn.Draft, index, task);
        else AskItem(turn.Draft, index, piece, tasks);
    }

    // what stands before the link up to the pause before it (信息又发一篇 https://…), else what stands behind it
    static (string Clause, int Start) ClauseAround(string text, int at)
    {
        var pause = at <= 0 ? -1 : text.LastIndexOfAny(ClauseEnds, at - 1);
        if (pause >= 0 && pause >= at - 2) pause = pause == 0 ? -1 : text.LastIndexOfAny(ClauseEnds, pause - 1);
        var before = text[(pause + 1)..at];
        if (before.Trim().Length > 0) return (before, pause + 1);
        var next = text.IndexOfAny(ClauseEnds, at);
        return (text[at..(next < 0 ? text.Length : next)], at);
    }

    // two characters in common are chance, three pairs are the name of a document
    static (ReportTask Task, EvidenceRequirement Requirement)? BestRequirement(IReadOnlyList<ReportTask> tasks, string words)
    {
        const int enough = 3;
        ((ReportTask Task, EvidenceRequirement Requirement)? best, var most) = (null, -1);
        foreach (var task in tasks)
            foreach (var requirement in task.Item.Requirements)
            {
                var score = Overlap.Of(words, requirement.Text);
                if (score < most || score < Math.Min(enough, requirement.Text.Length - 1)) continue;
                (best, most) = (score == most ? null : (task, requirement), score);
            }
        return best;
    }

    // the report of all figures in a stretch of the message; null when there is none, or several
    static int? OneReport(List<ToldFigure> told, int start, int end)
    {
        int? one = null;
        foreach (var figure in told)
            if (figure.Start < start || figure.Start >= end) continue;
            else if (one is { } known && known != figure.ReportId) return null;
            else one = figure.ReportId;
        return one;
    }

    static ReportTask? TheOne(IReadOnlyList<ReportTask> tasks, int? told) =>
        told is null ? tasks is [var only] ? only : null : tasks.Where(task => task.Report.Id == told).ToList() is [var task] ? task : null;

    static void Choose(ReportDraft draft, int index, ReportTask task)
    {
        var missing = task.MissingEvidence;
        if (missing.Count > 1) AskRequirement(draft, index, draft.Evidence[index], task, missing);
        else Settle(draft, index, task, missing is [var requirement] ? requirement : null);
    }

    static void Settle(ReportDraft draft, int index, ReportTask task, EvidenceRequirement? requirement) =>
        draft.Evidence[index] = draft.Evidence[index] with { ReportId = task.Report.Id, RequirementIds = requirement is null ? [] : [requirement.Id] };

    static void AskItem(ReportDraft draft, int index, DraftEvidence piece, IReadOnlyList<ReportTask> tasks) =>
        draft.Questions.Add(new DraftQuestion("which_evidence", piece.Name, null,
            [.. tasks.Select(task => new DraftReading(task.Report.Id) { EvidenceIndex = index })]));

    static void AskRequirement(ReportDraft draft, int index, DraftEvidence piece, ReportTask task, IReadOnlyList<EvidenceRequirement> missing) =>
        draft.Questions.Add(new DraftQuestion("which_requirement", piece.Name, null,
        [
            .. missing.Select(requirement => new DraftReading(task.Report.Id) { EvidenceIndex = index, RequirementId = requirement.Id }),
            new DraftReading(task.Report.Id) { EvidenceIndex = index },
        ]));

    /// <summary>Once all figures of a message have their place and it is one, what came with them need not be asked for.</summary>
    public static void Follow(Turn turn, string? message)
    {
        if (turn.Draft.Questions.Skip(1).Any(question => question.Message == message && !question.IsAboutEvidence)) return;
        if (turn.Draft.Figures.Where(figure => figure.Message == message).Select(figure => figure.ReportId).Distinct().ToList() is not [var only] || turn.DraftTask(only) is not { } task) return;
        foreach (var question in turn.Draft.Questions.Where(question => question.Kind == "which_evidence" && question.Message == message).ToList())
        {
            turn.Draft.Questions.Remove(question);
            Choose(turn.Draft, question.Readings[0].EvidenceIndex!.Value, task);
        }
    }

    /// <summary>Takes the answer to "which item" (whose checklist may have to be asked next) or "which line of it".</summary>
    public static void Answer(Turn turn, string kind, DraftReading reading)
    {
        var index = reading.EvidenceIndex!.Value;
        if (turn.DraftTask(reading.ReportId) is not { } task) return;
        if (kind == "which_evidence") Choose(turn.Draft, index, task);
        else Settle(turn.Draft, index, task, task.Item.Requirements.FirstOrDefault(requirement => requirement.Id == reading.RequirementId));
    }
}

/// <summary>A figure of the message that was understood.</summary>
/// <param name="Start">UTF-16 offset in the message.</param>
readonly record struct ToldFigure(int ReportId, int Start);
