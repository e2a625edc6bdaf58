namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What a message says beside its results in figures.</summary>
/// <param name="States">One for each goal at most.</param>
/// <param name="Questions">Where it is open which goal is meant, or whether a share of a number is what it comes to.</param>
/// <param name="Statements">Sentences to be kept, whole, in the order of the text; those of kind Narrative make no report by themselves.</param>
/// <param name="NotResults">UTF-16 stretches of the text whose figures are no results: what is planned or under way.</param>
sealed record SpokenReading(
    IReadOnlyList<DraftMilestone> States,
    IReadOnlyList<DraftQuestion> Questions,
    IReadOnlyList<DraftStatement> Statements,
    IReadOnlyList<(int Start, int End)> NotResults)
{
    /// <summary>Whether a figure that begins at an offset may count.</summary>
    public bool IsResult(int start) => !NotResults.Any(stretch => start >= stretch.Start && start < stretch.End);
}
