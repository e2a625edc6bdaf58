using System.Text.Json.Serialization;
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

    /// <summary>Sentences that are kept word for word.</summary>
    public List<DraftStatement> Statements { get; set; } = [];

    /// <summary>Figures that were taken back in words.</summary>
    public List<TakenBack> TakenBack { get; set; } = [];

    public List<DraftEvidence> Evidence { get; set; } = [];
    public List<DraftQuestion> Questions { get; set; } = [];

    /// <summary>Everything that was written, word for word; it becomes the narrative.</summary>
    public List<string> Texts { get; set; } = [];

    /// <summary>The message each text came in, by the message's id.</summary>
    public Dictionary<string, string> Origins { get; set; } = [];

    /// <summary>The revisions of the reports as they were when the person was last shown the draft: what a colleague adds meanwhile is shown before anything is kept.</summary>
    public Dictionary<int, int> Revisions { get; set; } = [];

    /// <summary>代报: the unit that a coordinator writes this down for; null for the speaker's own units.</summary>
    public int? OnBehalfOf { get; set; }

    /// <summary>The person has said that this is all for now.</summary>
    public bool Enough { get; set; }

    /// <summary>The reports this is about; empty while it is about all that are open.</summary>
    public List<int> Only { get; set; } = [];

    /// <summary>A total went down on purpose; the reason is still to be told.</summary>
    public bool NeedsReason { get; set; }

    /// <summary>Why a total went down.</summary>
    public string? Reason { get; set; }

    [JsonIgnore]
    public bool IsEmpty => Figures.Count + Milestones.Count + NoChange.Count + Statements.Count + TakenBack.Count + Evidence.Count + Questions.Count == 0;

    /// <summary>Reports that something was said about.</summary>
    [JsonIgnore]
    public List<int> Touched
    {
        get
        {
            var touched = new List<int>();
            foreach (var figure in Figures) Add(figure.ReportId);
            foreach (var milestone in Milestones) Add(milestone.ReportId);
            foreach (var report in NoChange) Add(report);
            foreach (var back in TakenBack) Add(back.ReportId);
            foreach (var statement in Statements)
                if (statement.ReportId is { } about) Add(about);
            return touched;

            void Add(int report)
            {
                if (!touched.Contains(report)) touched.Add(report);
            }
        }
    }

    public bool Touches(int reportId)
    {
        foreach (var figure in Figures)
            if (figure.ReportId == reportId) return true;
        foreach (var milestone in Milestones)
            if (milestone.ReportId == reportId) return true;
        return NoChange.Contains(reportId) || TakenBack.Exists(back => back.ReportId == reportId) || Statements.Exists(statement => statement.ReportId == reportId);
    }

    /// <summary>Whether it says anything of an indicator's figure.</summary>
    public bool Names(int reportId, int indicatorId) =>
        Figures.Exists(figure => figure.ReportId == reportId && figure.IndicatorId == indicatorId) || TakenBack.Contains(new TakenBack(reportId, indicatorId));

    /// <summary>Takes a figure in; a later one replaces an earlier one of the same indicator.</summary>
    public void Put(DraftFigure figure)
    {
        for (var index = Figures.Count - 1; index >= 0; index--)
            if (Figures[index].ReportId == figure.ReportId && Figures[index].IndicatorId == figure.IndicatorId) Figures.RemoveAt(index);
        NoChange.Remove(figure.ReportId);
        TakenBack.RemoveAll(back => back.ReportId == figure.ReportId && back.IndicatorId == figure.IndicatorId);
        Figures.Add(figure);
    }

    /// <summary>Keeps a sentence once.</summary>
    public void Put(DraftStatement statement)
    {
        if (!Statements.Exists(known => known.ReportId == statement.ReportId && known.Text == statement.Text)) Statements.Add(statement);
        if (statement.ReportId is { } report) NoChange.Remove(report);
    }

    /// <summary>A figure leaves the standing, and this draft.</summary>
    public void TakeBack(int reportId, int indicatorId)
    {
        Figures.RemoveAll(figure => figure.ReportId == reportId && figure.IndicatorId == indicatorId);
        if (!TakenBack.Exists(back => back.ReportId == reportId && back.IndicatorId == indicatorId)) TakenBack.Add(new TakenBack(reportId, indicatorId));
    }

    public void Put(DraftMilestone milestone)
    {
        Milestones.RemoveAll(earlier => earlier.ReportId == milestone.ReportId && earlier.MilestoneId == milestone.MilestoneId);
        NoChange.Remove(milestone.ReportId);
        Milestones.Add(milestone);
    }

    /// <summary>Takes another draft in; where both speak of the same, the other holds.</summary>
    public void Add(ReportDraft other)
    {
        var offset = Evidence.Count;
        Evidence.AddRange(other.Evidence);
        foreach (var figure in other.Figures) Put(figure);
        foreach (var milestone in other.Milestones) Put(milestone);
        foreach (var statement in other.Statements) Put(statement);
        foreach (var back in other.TakenBack) TakeBack(back.ReportId, back.IndicatorId);
        NoChange.AddRange(other.NoChange.Except(Touched));
        Questions.AddRange(other.Questions.Select(question => question with { Readings = [.. question.Readings.Select(reading => reading with { EvidenceIndex = reading.EvidenceIndex + offset })] }));
        Texts.AddRange(other.Texts.Except(Texts));
        foreach (var (message, text) in other.Origins) Origins[message] = text;
        (NeedsReason, Reason) = (NeedsReason || other.NeedsReason, other.Reason ?? Reason);
    }

    /// <summary>Says of everything that names no message yet that it came in this one.</summary>
    public void Mark(string message)
    {
        Mark(Figures, message, static (figure, message) => figure.Message is null ? figure with { Message = message } : figure);
        Mark(Milestones, message, static (milestone, message) => milestone.Message is null ? milestone with { Message = message } : milestone);
        Mark(Statements, message, static (statement, message) => statement.Message is null ? statement with { Message = message } : statement);
        Mark(Evidence, message, static (piece, message) => piece.Message is null ? piece with { Message = message } : piece);
        Mark(Questions, message, static (question, message) => question.Message is null ? question with { Message = message } : question);
    }

    static void Mark<T>(List<T> parts, string message, Func<T, string, T> marked)
    {
        for (var index = 0; index < parts.Count; index++) parts[index] = marked(parts[index], message);
    }

    /// <summary>A copy without what a message said; files that came with it stay.</summary>
    public ReportDraft Without(string message)
    {
        List<int> kept = [.. Enumerable.Range(0, Evidence.Count).Where(index => Evidence[index].Message != message || Evidence[index].FileKey is not null)];
        return new()
        {
            Figures = [.. Figures.Where(figure => figure.Message != message)],
            Milestones = [.. Milestones.Where(milestone => milestone.Message != message)],
            NoChange = [.. NoChange],
            Statements = [.. Statements.Where(statement => statement.Message != message)],
            TakenBack = [.. TakenBack],
            Revisions = new(Revisions),
            OnBehalfOf = OnBehalfOf,
            Evidence = kept.ConvertAll(index => Evidence[index]),
            Questions = [.. Questions.Where(question => question.IsAboutEvidence || question.Message != message).Select(question => question.Among(kept)).OfType<DraftQuestion>()],
            Texts = [.. Texts.Where(text => text != Origins.GetValueOrDefault(message))],
            Origins = new(Origins.Where(origin => origin.Key != message)),
            Enough = Enough,
            Only = [.. Only],
            Reason = Reason,
        };
    }
}

/// <summary>A figure understood, in the indicator's base unit.</summary>
/// <param name="BasisSaid">False when the basis was assumed; the read-back names it and one tap turns it round.</param>
public sealed record DraftFigure(int ReportId, int IndicatorId, string Phrase, decimal Value, Basis Basis, bool BasisSaid)
{
    /// <summary>How exactly it was said.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>Said in another unit of the same kind: 14公顷 for 亩.</summary>
    public bool IsConverted { get; init; }

    /// <summary>The message it was said in.</summary>
    public string? Message { get; init; }

    public Figure ToFigure(decimal before) => Figure.Of(IndicatorId, Phrase, Value, Basis, before) with { Comparator = Comparator };
}

/// <summary>A state understood.</summary>
/// <param name="Phrase">The words it was read from; empty for a tap.</param>
public sealed record DraftMilestone(int ReportId, int MilestoneId, MilestoneState State, string Phrase = "")
{
    /// <summary>The message it was said in.</summary>
    public string? Message { get; init; }
}

/// <summary>A sentence that is neither a figure nor a state.</summary>
/// <param name="ReportId">The report it is about; null for all that the draft touches.</param>
/// <param name="Expected">The day it names, where there is one.</param>
public sealed record DraftStatement(int? ReportId, StatementKind Kind, string Text, DateOnly? Expected)
{
    /// <summary>The message it was said in.</summary>
    public string? Message { get; init; }
}

/// <summary>A figure that was taken back.</summary>
public sealed record TakenBack(int ReportId, int IndicatorId);

/// <summary>A link or file with the reports and checklist lines it was taken to belong to.</summary>
/// <param name="ReportId">Null while it is not known which item it proves.</param>
public sealed record DraftEvidence(int? ReportId, string Name, string? Url, string? FileKey, IReadOnlyList<int> RequirementIds)
{
    /// <summary>The message it came in.</summary>
    public string? Message { get; init; }
}

/// <summary>One thing to be asked before anything is saved, with its readings as buttons.</summary>
/// <param name="Kind">Which question: the last part of its wording key.</param>
/// <param name="Phrase">The words in doubt.</param>
/// <param name="Reference">What a figure is compared with (the last approved total, base unit), where there is something.</param>
public sealed record DraftQuestion(string Kind, string Phrase, decimal? Reference, IReadOnlyList<DraftReading> Readings)
{
    /// <summary>How exactly the figure in doubt was said; whichever reading is meant, it stays so.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>The message that raised it.</summary>
    public string? Message { get; init; }

    [JsonIgnore]
    public bool IsAboutEvidence => Readings.Any(reading => reading.EvidenceIndex is not null);

    /// <summary>The same question when only some pieces of evidence are left; null when its own is not among them.</summary>
    /// <param name="kept">Positions that stay, in order.</param>
    public DraftQuestion? Among(IReadOnlyList<int> kept) => !IsAboutEvidence ? this
        : Readings.Any(reading => reading.EvidenceIndex is { } index && !kept.Contains(index)) ? null
        : this with { Readings = [.. Readings.Select(reading => reading with { EvidenceIndex = reading.EvidenceIndex is { } index ? kept.ToList().IndexOf(index) : null })] };
}

/// <summary>One reading of something doubtful. Without a report it belongs to none of the items and stays in the narrative.</summary>
public sealed record DraftReading(int? ReportId)
{
    public int? IndicatorId { get; init; }

    /// <summary>Base unit of the indicator.</summary>
    public decimal Value { get; init; }
    public Basis Basis { get; init; }

    /// <summary>For a goal without a number.</summary>
    public MilestoneState? State { get; init; }
    public int? MilestoneId { get; init; }

    /// <summary>For a sentence: what it is, and the day it names.</summary>
    public StatementKind? Statement { get; init; }
    public DateOnly? Expected { get; init; }

    /// <summary>For evidence: its position in the draft, and the line of the checklist.</summary>
    public int? EvidenceIndex { get; init; }
    public int? RequirementId { get; init; }
}
