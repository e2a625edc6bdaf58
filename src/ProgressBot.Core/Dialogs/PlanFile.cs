using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Core.Dialogs;

/// <summary>A file that a coordinator sent, as it was read.</summary>
/// <param name="Draft">Null for what cannot be read as a document.</param>
/// <param name="Refusal">Why it cannot, in one sentence; null otherwise.</param>
public sealed record PlanFile(IncomingFile File, PlanDraft? Draft, string? Refusal)
{
    /// <summary>Whether there are goals with units in it: only then can it be meant as a plan.</summary>
    public bool HasRows => Draft?.Rows.Any(row => row.Units.Count > 0) == true;
}
