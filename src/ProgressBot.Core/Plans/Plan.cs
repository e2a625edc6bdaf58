using ProgressBot.Core.Figures;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Plans;

/// <summary>年度任务书: one published table for one year. Several can be active at a time.</summary>
public sealed record Plan
{
    public int Id { get; init; }
    public required string Title { get; init; }
    public required int Year { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? Published { get; init; }

    /// <summary>协作类型: 山海协作, 东西部协作, 对口支援, 对口合作 …; null when the document does not say.</summary>
    public string? Programme { get; init; }

    /// <summary>结对地区, as written.</summary>
    public string? PartnerRegion { get; init; }

    /// <summary>First and last day that count; progress is expected evenly between them.</summary>
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }

    /// <summary>How often the units report.</summary>
    public RoundPeriod Period { get; init; } = RoundPeriod.Month;

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>When rounds are due and people are reminded.</summary>
    public PlanSchedule Schedule { get; init; } = new();

    public PlanState State { get; init; }

    /// <summary>Since when it is in force; rounds due before are not asked for.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Units of measure that only this plan's people use, one line each as <see cref="MeasureWords.With"/> takes them: 畦, 打=12件.</summary>
    public IReadOnlyList<string> Counters { get; init; } = [];

    public IReadOnlyList<WorkItem> Items { get => field ?? []; init; }

    public TimeZoneInfo Zone => ZoneTime.Find(TimeZone) ?? TimeZoneInfo.Utc;

    /// <summary>The plan with what is followed; what was taken out while it was in force is left out.</summary>
    public Plan Followed() => this with
    {
        Items = [.. Items.Where(item => item.RemovedAt is null).Select(item => item with
        {
            Indicators = [.. item.Indicators.Where(indicator => indicator.RemovedAt is null)],
            Milestones = [.. item.Milestones.Where(milestone => milestone.RemovedAt is null)],
            Requirements = [.. item.Requirements.Where(requirement => requirement.RemovedAt is null)],
        })],
    };

    /// <summary>The plan's rounds as its settings make them.</summary>
    public RoundSchedule RoundSchedule() => new(Period, Start, End, Schedule.Due, TimeZone);

    /// <summary>When the plan's digests leave: none after its last day.</summary>
    /// <param name="office">The office's schedule.</param>
    public DigestSchedule Digests(DigestSchedule office) => Schedule.Digests(office) with { Until = End };

    /// <summary>Elapsed share of the plan's window on a day, 0 to 1.</summary>
    public decimal Elapsed(DateOnly today) => Pace.Elapsed(PaceStart, End, today);

    /// <summary>From when on progress is expected: the first day, unless the coordinator named a later one of the window.</summary>
    public DateOnly PaceStart => Schedule.PaceFrom is { } from && from > Start ? from < End ? from : End : Start;

    /// <summary>
    /// True when a whole round of the window had passed before the plan came into force: then nobody has told yet where things stand, and the first reminder asks.
    /// </summary>
    public bool BeganLate(WorkingCalendar calendar) =>
        ActivatedAt is { } at && RoundSchedule().Rounds(Schedule.CalendarIn(calendar)).FirstOrDefault() is { } first && first.DueAt < at;
}

public enum PlanState
{
    /// <summary>Read from a document, waiting for the coordinator.</summary>
    Draft,

    /// <summary>In force: rounds open, units are reminded.</summary>
    Active,

    /// <summary>Over, or stopped early; nothing is asked any more.</summary>
    Closed,
}
