using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Dialogs.Answers.Trials;

/// <summary>What a talk holds after one message, and what it would ask.</summary>
public sealed record TriedReply
{
    public IReadOnlyList<TriedFigure> Figures { get; init; } = [];
    public IReadOnlyList<TriedState> States { get; init; } = [];
    public IReadOnlyList<TriedEvidence> Evidence { get; init; } = [];
    public IReadOnlyList<TriedQuestion> Questions { get; init; } = [];

    /// <summary>Items said to be unchanged.</summary>
    public IReadOnlyList<WorkItem> NoChange { get; init; } = [];

    /// <summary>Sentences that are kept word for word beside figures and states.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Phrases with a number that are in none of the above.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>How each figure was decided on, in the order of the text.</summary>
    public IReadOnlyList<FigureReason> Reasons { get; init; } = [];

    /// <summary>The indicators that were open; <see cref="FigureReason"/> names them by their place here.</summary>
    public IReadOnlyList<(WorkItem Item, Indicator Indicator)> Open { get; init; } = [];
}

/// <summary>A figure that would be kept.</summary>
/// <param name="Total">What the year's total comes to, in the base unit.</param>
public sealed record TriedFigure(WorkItem Item, Indicator Indicator, DraftFigure Said, decimal Total);

/// <summary>A state that would be kept.</summary>
public sealed record TriedState(WorkItem Item, Milestone Milestone, DraftMilestone Said);

/// <summary>A link or file.</summary>
/// <param name="Item">Null while it is open which one it proves.</param>
public sealed record TriedEvidence(string Name, string? Url, WorkItem? Item);

/// <summary>A question in the order in which it would be asked.</summary>
public sealed record TriedQuestion(DraftQuestion Question, IReadOnlyList<TriedChoice> Choices);

/// <summary>One of its readings.</summary>
/// <param name="Label">What its button says.</param>
/// <param name="Value">In the indicator's base unit; null where it is not about a figure.</param>
public sealed record TriedChoice(string Label, WorkItem? Item, Indicator? Indicator, decimal? Value);
