namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The text of a cell that names units, with the part its column gives them.</summary>
internal readonly record struct UnitCell(string Text, UnitRole? Role);

/// <summary>One goal of a table as text, blank cells already filled from above.</summary>
internal sealed record TableEntry(string Section, string Goal, string Targets, DraftSource Source)
{
    public IReadOnlyList<UnitCell> Units { get; init; } = [];

    public string Evidence { get; init; } = string.Empty;

    public string Deadline { get; init; } = string.Empty;

    public bool FirstUnitLeads { get; init; }

    public IReadOnlyList<DraftNote> Notes { get; init; } = [];

    /// <summary>Every cell as it stands, with its header.</summary>
    public IReadOnlyList<DraftNote> Printed { get; init; } = [];
}
