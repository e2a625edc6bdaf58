using ProgressBot.Core.Figures;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Plans;

/// <summary>年度任务书: one published table for one year. Several can be active at a time.</summary>
public sealed class Plan
{
    public int Id { get; set; }
    public required string Title { get; set; }
    public required int Year { get; set; }
    public string? DocumentNumber { get; set; }
    public string? Issuer { get; set; }
    public DateOnly? Published { get; set; }

    /// <summary>协作类型: 山海协作, 东西部协作, 对口支援, 对口合作 …; null when the document does not say.</summary>
    public string? Programme { get; set; }

    /// <summary>结对地区, as written.</summary>
    public string? PartnerRegion { get; set; }

    /// <summary>First and last day that count; progress is expected evenly between them.</summary>
    public required DateOnly Start { get; set; }
    public required DateOnly End { get; set; }

    /// <summary>How often the units report.</summary>
    public RoundPeriod Period { get; set; } = RoundPeriod.Month;

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>When rounds are due and people are reminded.</summary>
    public PlanSchedule Schedule { get; set; } = new();

    public PlanState State { get; set; }

    /// <summary>Since when it is in force; rounds due before are not asked for.</summary>
    public DateTimeOffset? ActivatedAt { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Units of measure that only this plan's people use, one line each as <see cref="MeasureWords.With"/> takes them: 畦, 打=12件.</summary>
    public List<string> Counters { get; set; } = [];

    public List<WorkItem> Items { get; } = [];

    public TimeZoneInfo Zone => ZoneTime.Find(TimeZone) ?? TimeZoneInfo.Utc;

    /// <summary>The plan's rounds as its settings make them.</summary>
    public RoundSchedule RoundSchedule() => new(Period, Start, End, Schedule.Due, TimeZone);

    /// <summary>Elapsed share of the plan's window on a day, 0 to 1.</summary>
    public decimal Elapsed(DateOnly today) => Pace.Elapsed(Start, End, today);
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
