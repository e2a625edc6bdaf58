namespace ProgressBot.Core.Plans;

/// <summary>What a number counts: the year's running total, or only what this period added. Fixed once figures exist.</summary>
public enum Basis
{
    /// <summary>累计: the running total since the plan's start.</summary>
    Cumulative,

    /// <summary>本期: what the period added.</summary>
    Incremental,
}
