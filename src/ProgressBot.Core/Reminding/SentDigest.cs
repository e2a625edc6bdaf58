namespace ProgressBot.Core.Reminding;

/// <summary>A digest as it left. Never rewritten.</summary>
public sealed record SentDigest
{
    public int Id { get; init; }
    public int PlanId { get; init; }

    /// <summary>The round that people reported in when it left; null when none was open.</summary>
    public int? RoundId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>What it summed up.</summary>
    public RoundPeriod Kind { get; init; }

    /// <summary>As coordinators read it, in the default language; what each reader got stands in the outbox.</summary>
    public required string Text { get; init; }

    /// <summary>The work items that were red in it.</summary>
    public IReadOnlyList<int> Red { get => field ?? []; init; }
}
