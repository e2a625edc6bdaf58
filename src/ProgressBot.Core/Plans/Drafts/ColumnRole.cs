namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What a column of a plan's table holds.</summary>
internal enum ColumnRole
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
}
