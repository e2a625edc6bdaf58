using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Which of a unit's items, or of the goals beside their numbers, a stretch of text names: by pairs of characters that few of the others have.</summary>
sealed class NamedItems
{
    /// <summary>What has to come together; one pair that nothing else has counts 1.</summary>
    const double Enough = 1.5;

    // they stand in so many titles that they tell nothing
    static readonly HashSet<string> Common =
    [
        "工作", "项目", "建设", "开展", "推进", "完成", "进行", "落实", "组织", "情况", "实施", "制定", "协议", "管理", "办法", "培训", "方案", "任务", "目标", "年度", "合作", "协作",
    ];

    readonly List<Subject> _subjects = [];
    readonly Dictionary<string, int> _known = [];

    /// <summary>Something that can be named.</summary>
    /// <param name="Milestone">The goal beside the numbers; null for the item itself.</param>
    public sealed record Subject(ReportTask Task, Milestone? Milestone, string Name, HashSet<string> Pairs);

    public NamedItems(IReadOnlyList<ReportTask> tasks)
    {
        foreach (var task in tasks)
        {
            _subjects.Add(new Subject(task, null, task.Item.Name, PairsOf($"{task.Item.Name} {task.Item.Section} {task.Item.Goal} {string.Join(' ', task.Item.Indicators.Select(indicator => indicator.Name))}")));
            foreach (var milestone in task.Milestones.Where(milestone => milestone.IsBeside)) _subjects.Add(new Subject(task, milestone, milestone.Name, PairsOf(milestone.Name)));
        }
        foreach (var pair in _subjects.Where(subject => subject.Milestone is null).SelectMany(subject => subject.Pairs)) _known[pair] = _known.GetValueOrDefault(pair) + 1;
    }

    /// <summary>What a clause names, the best first; of an item and a goal beside its numbers the goal, where its own words are there.</summary>
    public IReadOnlyList<Subject> In(string clause)
    {
        var pairs = PairsOf(clause);
        var scored = _subjects.Select(subject => (subject, score: Score(subject, pairs, clause))).Where(each => each.score >= Enough).OrderByDescending(each => each.score).ToList();
        if (scored.Count == 0) return [];
        var best = scored[0].score;
        var named = scored.Where(each => each.score >= best - 0.25 || clause.Contains(each.subject.Name, StringComparison.Ordinal)).Select(each => each.subject).ToList();
        return [.. named.Where(subject => subject.Milestone is not null || !named.Exists(other => other.Milestone is not null && other.Task == subject.Task))];
    }

    /// <summary>Those that share at least something with a clause, the likeliest first.</summary>
    public IReadOnlyList<ReportTask> Likely(string clause, IReadOnlyCollection<ReportTask> among)
    {
        var pairs = PairsOf(clause);
        return [.. _subjects.Where(subject => subject.Milestone is null && among.Contains(subject.Task)).OrderByDescending(subject => Score(subject, pairs, clause)).Select(subject => subject.Task)];
    }

    double Score(Subject subject, HashSet<string> pairs, string clause)
    {
        var whole = subject.Name.Length >= 3 && clause.Contains(subject.Name, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return whole + subject.Pairs.Where(pairs.Contains).Sum(pair => Common.Contains(pair) ? 0.1 : 1.0 / Math.Max(1, _known.GetValueOrDefault(pair)));
    }

    static HashSet<string> PairsOf(string text)
    {
        var pairs = new HashSet<string>();
        for (var index = 0; index + 1 < text.Length; index++)
            if (char.IsLetter(text[index]) && char.IsLetter(text[index + 1])) pairs.Add(text.Substring(index, 2));
        return pairs;
    }
}
