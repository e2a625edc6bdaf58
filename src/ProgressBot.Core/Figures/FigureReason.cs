namespace ProgressBot.Core.Figures;

/// <summary>Why a figure was taken for an indicator, asked about, or left in the narrative.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Words">The words of its clause before it.</param>
/// <param name="Candidates">Indicators that its unit fits or that the words name.</param>
/// <param name="Decision">What came of it.</param>
/// <param name="Doubt">Why it is asked; null unless it is.</param>
public sealed record FigureReason(FoundFigure Figure, string Words, IReadOnlyList<FigureCandidate> Candidates, FigureDecision Decision,
    DoubtKind? Doubt);

/// <summary>One indicator that a figure might have been about.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Unit">same, bare (the figure has none), near (of another kind: 人 for 人次) or none.</param>
/// <param name="Name">How the words name it: name, synonym, piece, weak or none.</param>
public sealed record FigureCandidate(long IndicatorId, string Unit, string Name);

/// <summary>What became of a figure.</summary>
public enum FigureDecision
{
    /// <summary>It is kept for an indicator.</summary>
    Taken,

    /// <summary>It is asked about.</summary>
    Asked,

    /// <summary>The words say that it is no result: quoted, negated, promised, a target, another year's.</summary>
    NoResult,

    /// <summary>It stays in the narrative.</summary>
    Left,
}
