namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The text of a cell that names units, with the part its column gives them.</summary>
internal readonly record struct UnitCell(string Text, UnitRole? Role);

/// <summary>A part of the targets whose figure has its name from elsewhere.</summary>
/// <param name="Text">As it stands in <see cref="TableEntry.Targets"/>.</param>
/// <param name="Name">The indicator's name.</param>
/// <param name="ValueAt">Where the name ends in <paramref name="Text"/>; figures before it belong to the name.</param>
/// <param name="Direction">增长, 下降 … before the figure; empty when none.</param>
internal sealed record NamedTarget(string Text, string Name, int ValueAt, string Direction, TargetRule Rule);

/// <summary>A cell under a header that speaks of a part of the year.</summary>
/// <param name="Header">The header as printed.</param>
/// <param name="Text">Never empty.</param>
/// <param name="Unit">The unit of measure of the header, else of the row; empty when neither has one.</param>
internal sealed record StageCell(string Header, string Text, string Unit);

/// <summary>A sum of money in a table of projects.</summary>
/// <param name="Unit">The unit of measure of the header, else of the table; empty when neither has one.</param>
internal sealed record MoneyCell(ColumnRole Role, string Header, string Text, string Unit);

/// <summary>One goal of a table as text, blank cells already filled from above.</summary>
internal sealed record TableEntry(string Section, string Goal, string Targets, DraftSource Source)
{
    public IReadOnlyList<UnitCell> Units { get; init; } = [];

    public string Evidence { get; init; } = string.Empty;

    public string Deadline { get; init; } = string.Empty;

    public bool FirstUnitLeads { get; init; }

    /// <summary>What the row is about, as the name of a target that has none of its own.</summary>
    public string Subject { get; init; } = string.Empty;

    public IReadOnlyList<NamedTarget> Named { get; init; } = [];

    public IReadOnlyList<StageCell> Stages { get; init; } = [];

    public IReadOnlyList<MoneyCell> Money { get; init; } = [];

    public string Progress { get; init; } = string.Empty;

    public string Partner { get; init; } = string.Empty;

    public string Programme { get; init; } = string.Empty;

    public IReadOnlyList<DraftNote> Notes { get; init; } = [];

    /// <summary>Every cell as it stands, with its header.</summary>
    public IReadOnlyList<DraftNote> Printed { get; init; } = [];
}
