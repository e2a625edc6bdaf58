namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A task of the body and the rows of the table that speak of the same thing, as indexes into the rows.</summary>
internal sealed record TaskMatch(ReadTask Task, IReadOnlyList<int> Rows)
{
    // below this the two texts share only the words that every task of such a plan has
    const double LeastShare = 0.3;

    /// <summary>Gives each section of the table to the task it resembles most.</summary>
    public static IReadOnlyList<TaskMatch> All(IReadOnlyList<ReadTask> tasks, IReadOnlyList<ReadRow> rows)
    {
        var overlap = new TextOverlap([.. tasks.Select(Words)]);
        var owner = Enumerable.Range(0, rows.Count).GroupBy(index => rows[index].Draft.Section)
            .Select(section => (Rows: section.ToList(), Task: Best(overlap, tasks, section.Key, string.Concat(section.Select(index => rows[index].Draft.Goal)))))
            .Where(found => found.Task is not null).ToLookup(found => found.Task!, found => found.Rows);
        return [.. tasks.Select(task => new TaskMatch(task, [.. owner[task].SelectMany(section => section).Order()]))];
    }

    // the heading says what the section is about, so it counts as much as all the goals beneath it
    static ReadTask? Best(TextOverlap overlap, IReadOnlyList<ReadTask> tasks, string heading, string goals)
    {
        var best = tasks.Select(task => (Task: task, Share: (overlap.Share(heading, Words(task)) + overlap.Share(heading + goals, Words(task))) / 2))
            .DefaultIfEmpty().MaxBy(found => found.Share);
        return best.Share >= LeastShare ? best.Task : null;
    }

    static string Words(ReadTask task) => task.Draft.Title + task.Draft.Text;
}
