using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Something a unit tells of: a goal without a number, or one that is counted.</summary>
/// <param name="Milestone">What its state is kept under.</param>
/// <param name="Indicator">The number; null for a goal without one.</param>
/// <param name="Words">As it is worded.</param>
/// <param name="Pairs">Of its name.</param>
sealed record Goal(ReportTask Task, Milestone Milestone, Indicator? Indicator, string Words, HashSet<uint> Pairs)
{
    public static IEnumerable<Goal> Of(ReportTask task)
    {
        foreach (var milestone in task.Milestones)
            yield return new Goal(task, milestone, null, milestone.IsBeside ? milestone.Name : $"{task.Item.Name} {task.Item.Goal}", Spoken.Pairs.Of(milestone.Name));
        foreach (var indicator in task.Indicators)
            yield return new Goal(task, task.Item.Whole, indicator, task.Item.Goal, Spoken.Pairs.Of(string.Join(' ', indicator.Aliases.Append(indicator.Name))));
    }

    /// <summary>Whether it has no number: a state is what is asked of it.</summary>
    public bool AsksState => Indicator is null;
}
