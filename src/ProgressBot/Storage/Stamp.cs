using ProgressBot.Core.Plans;

namespace ProgressBot.Storage;

/// <summary>A counter that moves when something that is cached changes.</summary>
sealed class Stamp
{
    public const string Plans = "plans";

    public required string Name { get; init; }
    public long Value { get; init; }

    /// <summary>Whether a row is part of what the plan cache holds.</summary>
    public static bool IsOfPlans(object row) => row is
        Plan or WorkItem or Indicator or IndicatorStage or TargetChange or Milestone or EvidenceRequirement or Assignment or Unit or GroupMember;
}
