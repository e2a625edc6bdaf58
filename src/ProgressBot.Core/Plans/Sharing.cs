namespace ProgressBot.Core.Plans;

/// <summary>How several units share one indicator. Import proposes, the coordinator decides.</summary>
public enum Sharing
{
    /// <summary>One shared value; the lead unit enters it.</summary>
    LeadReports,

    /// <summary>Each unit's or member's own part adds up.</summary>
    Summed,

    /// <summary>每单位 N: every unit has a counter of its own; the row is met only when every unit is.</summary>
    PerUnit,
}
