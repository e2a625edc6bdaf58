using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>A report being put together over several messages: what is understood, and what still has to be asked. Part of the session.</summary>
public sealed class ReportDraft
{
    public List<DraftFigure> Figures { get; set; } = [];
    public List<DraftMilestone> Milestones { get; set; } = [];

    /// <summary>Reports of which the person said that nothing has changed.</summary>
    public List<int> NoChange { get; set; } = [];

    public List<DraftEvidence> Evidence { get; set; } = [];
    public List<DraftQuestion> Questions { get; set; } = [];

    /// <summary>Everything that was written, word for word; it becomes the narrative.</summary>
    public List<string> Texts { get; set; } = [];

    /// <summary>The person has said that this is all for now.</summary>
    public bool Enough { get; set; }

    /// <summary>The reports this is about; empty while it is about all that are open.</summary>
    public List<int> Only { get; set; } = [];

    /// <summary>A total went down on purpose; the reason is still to be told.</summary>
    public bool NeedsReason { get; set; }

    /// <summary>Why a total went down.</summary>
    public string? Reason { get; set; }

    public bool IsEmpty => Figures.Count + Milestones.Count + NoChange.Count + Evidence.Count + Questions.Count == 0;

    /// <summary>Reports that something was said about.</summary>
    public IEnumerable<int> Touched => Figures.Select(figure => figure.ReportId)
        .Concat(Milestones.Select(milestone => milestone.ReportId))
        .Concat(NoChange)
        .Distinct();

    /// <summary>Takes a figure in; a later one replaces an earlier one of the same indicator.</summary>
    public void Put(DraftFigure figure)
    {
        Figures.RemoveAll(earlier => earlier.ReportId == figure.ReportId && earlier.IndicatorId == figure.IndicatorId);
        NoChange.Remove(figure.ReportId);
        Figures.Add(figure);
    }

    public void Put(DraftMilestone milestone)
    {
        Milestones.RemoveAll(earlier => earlier.ReportId == milestone.ReportId);
        NoChange.Remove(milestone.ReportId);
        Milestones.Add(milestone);
    }
}

/// <summary>A figure understood, in the indicator's base unit.</summary>
/// <param name="BasisSaid">False when the basis was assumed; the read-back names it and one tap turns it round.</param>
public sealed record DraftFigure(int ReportId, int IndicatorId, string Phrase, decimal Value, Basis Basis, bool BasisSaid)
{
    public Figure ToFigure(decimal before) => Figure.Of(IndicatorId, Phrase, Value, Basis, before);
}

public sealed record DraftMilestone(int ReportId, Milestone State);

/// <summary>A link or file with the reports and checklist lines it was taken to belong to.</summary>
/// <param name="ReportId">Null while it is not known which item it proves.</param>
public sealed record DraftEvidence(int? ReportId, string Name, string? Url, string? FileKey, IReadOnlyList<int> RequirementIds);

/// <summary>One thing to be asked before anything is saved, with its readings as buttons.</summary>
/// <param name="Kind">Which question: the last part of its wording key.</param>
/// <param name="Phrase">The words in doubt.</param>
/// <param name="Reference">What a figure is compared with (the last approved total, base unit), where there is something.</param>
public sealed record DraftQuestion(string Kind, string Phrase, decimal? Reference, IReadOnlyList<DraftReading> Readings);

/// <summary>One reading of something doubtful. Without a report it belongs to none of the items and stays in the narrative.</summary>
public sealed record DraftReading(int? ReportId)
{
    public int? IndicatorId { get; init; }

    /// <summary>Base unit of the indicator.</summary>
    public decimal Value { get; init; }
    public Basis Basis { get; init; }

    /// <summary>For a goal without a number.</summary>
    public Milestone? State { get; init; }

    /// <summary>For evidence: its position in the draft, and the line of the checklist.</summary>
    public int? EvidenceIndex { get; init; }
    public int? RequirementId { get; init; }
}
