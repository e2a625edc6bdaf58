using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>One indicator as the meaning of one mention.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Fit">How the units fit.</param>
/// <param name="Value">The figure in the indicator's base unit.</param>
/// <param name="Strength">How strongly the words name it.</param>
/// <param name="Length">Length of the words that do; the longer name is the better one.</param>
internal sealed record Candidate(SoughtIndicator Indicator, Fit Fit, decimal Value, Strength Strength, int Length)
{
    public bool Fits => Fit is Fit.Same or Fit.Bare;

    /// <summary>The figure's own unit is another one of the same kind.</summary>
    public bool IsConverted { get; init; }

    public bool IsNamed => Strength >= Strength.Synonym;

    public DoubtChoice AsChoice() => new(Indicator.Id, Value, Indicator.Basis);
}

/// <summary>What was decided on one mention.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It belongs to this one; guards still look at the value.</summary>
    public sealed record Belongs(Candidate Candidate) : Verdict;

    /// <summary>It has to be asked.</summary>
    public sealed record Ask(DoubtKind Kind, IReadOnlyList<Candidate> Candidates) : Verdict;

    /// <summary>It stays in the narrative.</summary>
    /// <param name="Topic">The indicator it is about all the same: 目标到位资金8亿元, so that 目前4.1亿元 is about it, too.</param>
    public sealed record Narrative(long? Topic = null) : Verdict;
}

/// <summary>A value with what it counts.</summary>
internal readonly record struct Counted(decimal Value, Basis Basis, bool IsSaid);
