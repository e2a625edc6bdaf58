using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Decides which item, and which line of its checklist, a link or file proves; asks where words do not tell.</summary>
static class EvidenceReader
{
    static readonly char[] ClauseEnds = ['，', '。', '；', ';', '\n'];

    /// <param name="told">What the same message gave figures for.</param>
    public static void Take(Turn turn, IReadOnlyList<string> links, IReadOnlyList<IncomingFile> files, IReadOnlyList<ReportTask> tasks, IReadOnlyList<ToldFigure> told)
    {
        var pieces = links.Select(link => new DraftEvidence(null, EvidenceLinks.NameOf(link), link, null, []))
            .Concat(files.Select(file => new DraftEvidence(null, file.Name, null, file.Key, [])));
        foreach (var piece in pieces)
        {
            if (turn.Draft.Evidence.Any(known => known.Url is not null && known.Url == piece.Url)) continue;
            turn.Draft.Evidence.Add(piece);
            Place(turn, turn.Draft.Evidence.Count - 1, tasks, told);
        }
    }

    static void Place(Turn turn, int index, IReadOnlyList<ReportTask> tasks, IReadOnlyList<ToldFigure> told)
    {
        var piece = turn.Draft.Evidence[index];
        var (clause, start) = piece.Url is null ? (turn.Input.Text, 0) : ClauseOf(turn.Input.Text, piece.Url);
        var here = told.Where(figure => figure.Start >= start && figure.Start < start + clause.Length).Select(figure => figure.ReportId).Distinct().ToList();
        var named = BestRequirement(tasks, piece.FileKey is null ? clause : $"{piece.Name} {clause}");
        if (named is { } found) Settle(turn.Draft, index, found.Task, found.Requirement);
        else if (TheOne(tasks, here.Count == 1 ? here : [.. told.Select(figure => figure.ReportId).Distinct()]) is { } task) Choose(turn.Draft, index, task);
        else AskItem(turn.Draft, index, piece, tasks);
    }

    // what stands before the link up to the pause before it: 信息又发一篇 https://…
    static (string Clause, int Start) ClauseOf(string text, string link)
    {
        var at = text.IndexOf(link, StringComparison.Ordinal);
        var pause = at <= 0 ? -1 : text.LastIndexOfAny(ClauseEnds, at - 1);
        if (pause >= 0 && pause >= at - 2) pause = pause == 0 ? -1 : text.LastIndexOfAny(ClauseEnds, pause - 1);
        return (text[(pause + 1)..at], pause + 1);
    }

    // two characters in common are chance, three pairs are the name of a document
    static (ReportTask Task, EvidenceRequirement Requirement)? BestRequirement(IReadOnlyList<ReportTask> tasks, string words)
    {
        const int enough = 3;
        var scored = tasks
            .SelectMany(task => task.Item.Requirements.Select(requirement => (task, requirement, score: Overlap.Of(words, requirement.Text))))
            .Where(candidate => candidate.score >= Math.Min(enough, candidate.requirement.Text.Length - 1))
            .OrderByDescending(candidate => candidate.score)
            .ToList();
        if (scored.Count == 0 || (scored.Count > 1 && scored[1].score == scored[0].score)) return null;
        return (scored[0].task, scored[0].requirement);
    }

    static ReportTask? TheOne(IReadOnlyList<ReportTask> tasks, IReadOnlyList<int> told)
    {
        var meant = told is [var only] ? tasks.Where(task => task.Report.Id == only) : tasks;
        return meant.ToList() is [var task] ? task : null;
    }

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

    /// <summary>Takes the answer to "which item" (whose checklist may have to be asked next) or "which line of it".</summary>
    public static void Answer(Turn turn, string kind, DraftReading reading)
    {
        var index = reading.EvidenceIndex!.Value;
        if (turn.DraftTasks.FirstOrDefault(task => task.Report.Id == reading.ReportId) is not { } task) return;
        if (kind == "which_evidence") Choose(turn.Draft, index, task);
        else Settle(turn.Draft, index, task, task.Item.Requirements.FirstOrDefault(requirement => requirement.Id == reading.RequirementId));
    }
}

/// <summary>A figure of the message that was understood.</summary>
/// <param name="Start">UTF-16 offset in the message.</param>
readonly record struct ToldFigure(int ReportId, int Start);
