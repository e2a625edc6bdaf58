using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What of a unit's work a clause names.</summary>
/// <param name="Goals">The goals named; empty for none.</param>
/// <param name="Rivals">Tasks that a clause without a clear name may mean, the likeliest first.</param>
/// <param name="IsStrong">False where words that many names have are all there is.</param>
/// <param name="IsForeign">True when the words belong to an item that is not the unit's.</param>
/// <param name="Covered">By UTF-16 offset in the clause, whether a letter belongs to a name.</param>
sealed record Naming(IReadOnlyList<Goal> Goals, IReadOnlyList<ReportTask> Rivals, bool IsStrong, bool IsForeign, bool[] Covered);
