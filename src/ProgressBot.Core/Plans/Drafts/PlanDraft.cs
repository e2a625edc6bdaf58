namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What was read from a published plan, before anybody has confirmed it. Nothing here is stored.</summary>
/// <param name="Title">The document's title without 关于印发…的通知 around it; empty when none was found.</param>
/// <param name="DocumentNumber">发文字号 as printed (西政办〔2022〕48号).</param>
/// <param name="Issuer">The issuing office, from the letterhead or the signature.</param>
/// <param name="Year">The year the plan is for: named in the title, else the year of issue.</param>
/// <param name="Date">The date of issue.</param>
/// <param name="Programme">山海协作, 东西部协作, 对口支援, 对口合作, when the text names one.</param>
/// <param name="PartnerRegion">The county the units work with (淳安县), when recognisable.</param>
/// <param name="Rows">The goals, one per table row or numbered point, in reading order.</param>
/// <param name="Tasks">The numbered tasks of the body text, when there is a table beside them.</param>
/// <param name="Conflicts">Where body and table say different things; both wordings are kept.</param>
/// <param name="Warnings">What was not understood or was guessed; nothing is left out silently.</param>
public sealed record PlanDraft(
    string Title,
    string? DocumentNumber,
    string? Issuer,
    int? Year,
    DateOnly? Date,
    string? Programme,
    string? PartnerRegion,
    IReadOnlyList<DraftRow> Rows,
    IReadOnlyList<DraftTask> Tasks,
    IReadOnlyList<DraftConflict> Conflicts,
    IReadOnlyList<DraftWarning> Warnings)
{
    /// <summary>Units of measure of the plan's own that it was read with.</summary>
    public IReadOnlyList<string> Counters { get; init; } = [];

    /// <summary>Which header was taken for what, table by table.</summary>
    public IReadOnlyList<DraftColumn> Columns { get; init; } = [];
}

/// <summary>One numbered task of the body text.</summary>
/// <param name="Number">As printed: 1, 2, （三）; unique only within its chapter.</param>
/// <param name="Title">The lead sentence, or the whole text when it is one sentence.</param>
/// <param name="Text">The text without number and unit bracket.</param>
/// <param name="Units">From the bracket at the end; empty when the text names none.</param>
/// <param name="Indicators">The numbers to reach.</param>
/// <param name="Line">1-based line of the number.</param>
public sealed record DraftTask(
    string Number, string Title, string Text, IReadOnlyList<DraftUnit> Units, IReadOnlyList<DraftIndicator> Indicators, int Line);

/// <summary>What a difference between body and table is about.</summary>
public enum ConflictKind
{
    /// <summary>A unit is responsible in one place only.</summary>
    Units,

    /// <summary>The same number is worded differently (6个以上 against 力争6个), differs, or stands in one place only.</summary>
    Threshold,

    /// <summary>A date stands in one place only, or the dates differ.</summary>
    Deadline,

    /// <summary>One wording counts more in than the other (含续建).</summary>
    Scope,
}

/// <summary>One difference between the body text and the table.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Where">The task's number and the table's section.</param>
/// <param name="Message">One Chinese sentence with both wordings.</param>
/// <param name="Body">The body's wording; empty when the body is silent.</param>
/// <param name="Table">The table's wording; empty when the table is silent.</param>
public sealed record DraftConflict(ConflictKind Kind, string Where, string Message, string Body, string Table);

/// <summary>How a column was understood.</summary>
/// <param name="Table">1-based number of the table in the file.</param>
/// <param name="Header">As printed; of two header rows both.</param>
/// <param name="Role">What the column was taken for.</param>
public sealed record DraftColumn(int Table, string Header, ColumnRole Role);

/// <summary>Something that a person should look at.</summary>
/// <param name="Where">Table and row, or line.</param>
/// <param name="Message">One Chinese sentence.</param>
public sealed record DraftWarning(string Where, string Message);
