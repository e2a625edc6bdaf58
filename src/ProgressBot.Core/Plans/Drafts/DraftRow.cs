namespace ProgressBot.Core.Plans.Drafts;

/// <summary>One goal of the plan.</summary>
/// <param name="Section">工作内容: the heading the goal stands under; empty when the document has no such column.</param>
/// <param name="Goal">工作目标 as worded.</param>
/// <param name="Units">Responsible units in the order of the document.</param>
/// <param name="Evidence">The checklist of proofs; empty when the document names none.</param>
/// <param name="Indicators">The numbers to reach; empty for a goal that is followed by milestones.</param>
/// <param name="Deadline">From a deadline column or bracket, else from the goal's words.</param>
/// <param name="Source">Where the row stands in the file.</param>
/// <param name="Notes">The other columns as they stand: measures, leader, score, remarks, last year's value, progress.</param>
public sealed record DraftRow(
    string Section,
    string Goal,
    IReadOnlyList<DraftUnit> Units,
    IReadOnlyList<DraftEvidence> Evidence,
    IReadOnlyList<DraftIndicator> Indicators,
    DraftDeadline? Deadline,
    DraftSource Source,
    IReadOnlyList<DraftNote> Notes)
{
    /// <summary>The whole row as printed, cell by cell, so that whoever reviews it sees what was read.</summary>
    public IReadOnlyList<DraftNote> Printed { get; init; } = [];

    /// <summary>Goals without a number: those beside the numbers, or all of the goal where it has no number.</summary>
    public IReadOnlyList<DraftMilestone> Milestones { get; init; } = [];

    /// <summary>What the document says has come of it so far, as worded; null when it is silent. Never a goal.</summary>
    public string? Progress { get; init; }

    /// <summary>The figures of <see cref="Progress"/> that can only mean one of the indicators.</summary>
    public IReadOnlyList<DraftOpening> Opening { get; init; } = [];

    /// <summary>The partner region of this row, when it has one of its own.</summary>
    public string? Partner { get; init; }

    /// <summary>The programme of this row, when a column names it.</summary>
    public string? Programme { get; init; }
}

/// <summary>A goal that is done or not done.</summary>
/// <param name="Name">The clause as worded, without marks of the list.</param>
/// <param name="Deadline">From the clause, its column, else the row; null when open.</param>
public sealed record DraftMilestone(string Name, DateOnly? Deadline);

/// <summary>Where an indicator stood when the plan was written.</summary>
/// <param name="Indicator">The indicator's name.</param>
/// <param name="Phrase">As printed.</param>
/// <param name="Normalized">In the indicator's base unit.</param>
public sealed record DraftOpening(string Indicator, string Phrase, decimal Normalized);

/// <summary>An interim target of an indicator: what its running total has to be by then.</summary>
/// <param name="Name">As printed: 上半年, 前三季度, 6月底前.</param>
/// <param name="Deadline">The last day that is in time; null when the words fix none.</param>
/// <param name="Normalized">In the indicator's base unit, always as a running total.</param>
public sealed record DraftStage(string Name, DateOnly? Deadline, decimal Normalized);

/// <summary>What a sum of money has gone through: planned, arrived, paid out, used.</summary>
/// <param name="Name">计划, 到位, 拨付 or 使用.</param>
/// <param name="Header">The column's header as printed.</param>
/// <param name="Normalized">In 元.</param>
public sealed record DraftMoneyStage(string Name, string Header, decimal Normalized);

/// <summary>A cell as it stands, kept beside the row.</summary>
/// <param name="Header">As printed.</param>
/// <param name="Text">The cell's text; never empty.</param>
public sealed record DraftNote(string Header, string Text);

/// <summary>Where a row stands.</summary>
/// <param name="Table">1-based number of the table in the file; 0 for a numbered point of the text.</param>
/// <param name="Row">1-based number of the row in that table without headers; for the text, the line.</param>
/// <param name="Page">1-based page, or null when the file does not know it.</param>
/// <param name="Line">1-based row of the sheet or table with headers, or line of the text file.</param>
/// <param name="Sheet">The worksheet's name, for a workbook.</param>
public sealed record DraftSource(int Table, int Row, int? Page, int Line, string? Sheet);

/// <summary>A unit named in a row.</summary>
/// <param name="Name">As printed, without marks of the lead.</param>
/// <param name="Role">Its part in the row.</param>
/// <param name="RoleIsGuess">True when the document marks no lead and the first of several was taken.</param>
/// <param name="IsGroup">True for a collective: 各镇街, 全区各职能部门及国企平台.</param>
public sealed record DraftUnit(string Name, UnitRole Role, bool RoleIsGuess, bool IsGroup);

/// <summary>One item of the evidence checklist.</summary>
/// <param name="Text">As worded, brackets included.</param>
/// <param name="Alternatives">What 或 separates, when any one of them will do; empty otherwise.</param>
/// <param name="Condition">What the document must show (须明确…), without its brackets; null when nothing is asked.</param>
/// <param name="AwaitsOthers">True when somebody outside hands it out (绩效评价结果, 上级通报).</param>
public sealed record DraftEvidence(string Text, IReadOnlyList<string> Alternatives, string? Condition, bool AwaitsOthers);

/// <summary>A number to reach.</summary>
/// <param name="Name">Short, from the words around the figure: 到位资金, 新签项目.</param>
/// <param name="Phrase">The figure as printed.</param>
/// <param name="Comparator">How it is worded; a bare number has <see cref="Comparator.None"/> and counts as a floor.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of measure as printed: 亿元, 人次.</param>
/// <param name="Normalized">In <paramref name="BaseUnit"/>.</param>
/// <param name="BaseUnit">元, 人次, 个 ….</param>
/// <param name="Deadline">From the words beside the figure, the row, or the body's wording of the same target; null when open.</param>
/// <param name="Sharing">Proposed: shared, summed over a group, or per unit.</param>
/// <param name="Aspirational">力争 governs the figure.</param>
/// <param name="Basis">Proposed: cumulative unless the words say otherwise.</param>
public sealed record DraftIndicator(
    string Name,
    string Phrase,
    Comparator Comparator,
    decimal Value,
    string Unit,
    decimal Normalized,
    string BaseUnit,
    DateOnly? Deadline,
    Sharing Sharing,
    bool Aspirational,
    Basis Basis)
{
    /// <summary>Interim targets in the order of their days.</summary>
    public IReadOnlyList<DraftStage> Stages { get; init; } = [];

    /// <summary>For money of a project: how far it has come; empty for everything else.</summary>
    public IReadOnlyList<DraftMoneyStage> MoneyStages { get; init; } = [];

    /// <summary>What gave the target, for whoever asks how the file was read.</summary>
    public TargetRule Rule { get; init; }
}

/// <summary>What gave a target.</summary>
public enum TargetRule
{
    /// <summary>The words of the goal around the figure.</summary>
    Wording,

    /// <summary>The name stands in a column of its own, the figure in the goal's.</summary>
    NamedByContent,

    /// <summary>The column's header is the name and gives the unit of measure.</summary>
    NamedByHeader,

    /// <summary>The last of several dated figures in the words.</summary>
    LastStage,

    /// <summary>The quarters' parts added up.</summary>
    SumOfQuarters,
}

/// <summary>A deadline as published.</summary>
/// <param name="Text">The wording: 7月底前, 年内, 亚运会前.</param>
/// <param name="Date">The last day that is still in time; null for an event without a date or a standing task.</param>
/// <param name="Precision">How exactly the wording fixes the day.</param>
public sealed record DraftDeadline(string Text, DateOnly? Date, DeadlinePrecision Precision);

/// <summary>How exactly a deadline's wording fixes the day.</summary>
public enum DeadlinePrecision
{
    /// <summary>7月15日前.</summary>
    Day,

    /// <summary>7月上旬.</summary>
    TenDays,

    /// <summary>7月底前, 9月投入使用.</summary>
    Month,

    /// <summary>二季度末.</summary>
    Quarter,

    /// <summary>上半年.</summary>
    HalfYear,

    /// <summary>年内.</summary>
    Year,

    /// <summary>亚运会前, 长期: no date follows from the words.</summary>
    Open,
}
