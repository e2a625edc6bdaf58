using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What the verbs of a clause come to for one goal. A part done, or a step on the way, is not the whole done.</summary>
static class GoalState
{
    /// <param name="isPart">The clause speaks of something more special than the goal: 一期土建.</param>
    public static MilestoneState? Of(SpokenWords words, Goal goal, ClauseSigns signs, bool isPart)
    {
        if (!signs.HasState) return null;
        if (signs.IsInProgress) return MilestoneState.InProgress;
        if (signs.IsDone || signs.Taken.Exists(step => words.Ends(step.Kind, goal.Words)))
            return isPart || IsQualified(words, goal, signs) ? MilestoneState.InProgress : MilestoneState.Done;
        if (signs.IsUnfinished || signs.IsNear || signs.Taken.Count > 0) return MilestoneState.InProgress;
        return signs.IsNotStarted || signs.IsDenied || signs.Untaken.Exists(step => words.Ends(step.Kind, goal.Words))
            ? MilestoneState.NotStarted
            : MilestoneState.InProgress;
    }

    // 基本完成, 规划已完成但未动工, 已完成评审
    static bool IsQualified(SpokenWords words, Goal goal, ClauseSigns signs) => signs.IsNear || signs.IsUnfinished || signs.IsNotStarted || signs.Untaken.Count > 0
        || signs.Taken.Concat(signs.Bare).Any(step => step.Role == WordRole.Step && !words.Ends(step.Kind, goal.Words));

    /// <summary>Of two states told of one goal: whatever is under way, or open beside what is done, is in progress.</summary>
    public static MilestoneState Both(MilestoneState one, MilestoneState other) => one == other ? one : MilestoneState.InProgress;
}
