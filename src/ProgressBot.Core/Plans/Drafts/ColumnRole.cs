namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What a column of a plan's table holds.</summary>
public enum ColumnRole
{
    Unknown,
    Number,
    Category,
    Content,
    Goal,
    Measures,
    Units,
    Lead,
    Assist,
    Leader,
    Deadline,
    Evidence,
    Score,
    UnitOfMeasure,
    LastYear,
    Progress,
    Remarks,

    /// <summary>An interim target: 一季度, 上半年, 序时进度.</summary>
    Stage,

    /// <summary>A number under a header that names it and its unit of measure: 项目数（个）.</summary>
    Quantity,

    /// <summary>The county that the units work with.</summary>
    Partner,

    /// <summary>山海协作, 对口支援 ….</summary>
    Programme,
    MoneyPlanned,
    MoneyArrived,
    MoneyPaid,
    MoneyUsed,
}
