using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>A message of a unit, and what it is understood with.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Tasks">What the unit may tell of.</param>
sealed record Message(string Text, IReadOnlyList<ReportTask> Tasks, DateOnly Today)
{
    /// <summary>The figures that were found in the text, in order.</summary>
    public IReadOnlyList<SpokenFigure> Figures { get; init; } = [];

    /// <summary>Reports of which the text says that a number has none yet; their state is not told beside it.</summary>
    public IReadOnlyCollection<int> None { get; init; } = [];

    /// <summary>The report whose state the bot has just asked for; null for none.</summary>
    public int? Asked { get; init; }

    /// <summary>Whether the bot's numbered list was the last thing shown.</summary>
    public bool ListShown { get; init; } = true;

    /// <summary>Everybody's units; a state said of another one is not the unit's own.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];
}

/// <summary>A figure of the message.</summary>
/// <param name="ReportId">The report it is a result of; null while it is asked about, and for a figure of none.</param>
/// <param name="IsAsked">It will be asked about.</param>
readonly record struct SpokenFigure(int Start, int End, int? ReportId, bool IsAsked);
