using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Finds what a clause names, by pairs of letters that few other items have.</summary>
sealed class NamedTasks
{
    /// <summary>What has to come together: one pair that nothing else has counts 1.</summary>
    const double Enough = 1;

    const double Least = 0.15;
    const double InGoal = 0.6;
    const double Foreign = 1.5;
    const double Tie = 0.25;

    readonly ReportTask[] _tasks;
    readonly Goal[][] _goals;
    readonly Dictionary<uint, List<(int Task, double Weight)>> _pairs = [];
    readonly HashSet<uint>[] _proofs;
    readonly SpokenWords _words;
    readonly PlanPairs[] _plans;

    public NamedTasks(SpokenWords words, IReadOnlyList<ReportTask> tasks)
    {
        (_words, _tasks) = (words, [.. tasks]);
        _goals = [.. tasks.Select(task => Goal.Of(task).ToArray())];
        _proofs = [.. tasks.Select(task => Pairs.Of(string.Join(' ', task.Item.Requirements.Select(requirement => requirement.Text))))];
        _plans = [.. tasks.Select(task => PlanPairs.Of(task.Plan)).Distinct()];
        for (var index = 0; index < _tasks.Length; index++) Add(index);
        foreach (var hits in _pairs.Values)
            for (var hit = 0; hits.Count > 1 && hit < hits.Count; hit++) hits[hit] = (hits[hit].Task, hits[hit].Weight / hits.Count);
    }

    /// <summary>All goals, in the order of the tasks.</summary>
    public IEnumerable<Goal> Goals => _goals.SelectMany(goals => goals);

    public IReadOnlyList<Goal> Of(ReportTask task) => _goals[Array.IndexOf(_tasks, task)];

    void Add(int index)
    {
        var (item, plan) = (_tasks[index].Item, PlanPairs.Of(_tasks[index].Plan));
        var names = Pairs.Of(string.Join(' ', item.Indicators.SelectMany(indicator => indicator.Aliases).Append(PlanPairs.Names(item))));
        foreach (var pair in names) Add(index, pair, Weight(pair, plan));
        foreach (var pair in Pairs.Of(item.Goal))
            if (!names.Contains(pair)) Add(index, pair, InGoal * Weight(pair, plan));
    }

    double Weight(uint pair, PlanPairs plan)
    {
        var telling = _words.Telling(Pairs.Text(pair));
        return telling < 1 ? telling : plan.Share(pair);
    }

    void Add(int task, uint pair, double weight)
    {
        if (weight == 0) return;
        if (!_pairs.TryGetValue(pair, out var hits)) _pairs[pair] = hits = [];
        hits.Add((task, weight));
    }

    public Naming In(ReadOnlySpan<char> clause)
    {
        var covered = new bool[clause.Length];
        var scores = Scores(clause, covered);
        var ranked = Enumerable.Range(0, _tasks.Length).Where(task => scores[task] >= Least).OrderByDescending(task => scores[task]).ToArray();
        var isForeign = ForeignIn(clause) >= Math.Max(Foreign, ranked.Length > 0 ? scores[ranked[0]] : 0);
        if (ranked.Length == 0 || isForeign) return new Naming([], [], false, isForeign, covered);
        return scores[ranked[0]] >= Enough ? Strong(clause, covered, scores, ranked) : Weak(clause, covered, ranked);
    }

    // one after the other: the next one has to be named by other letters
    Naming Strong(ReadOnlySpan<char> clause, bool[] covered, double[] scores, int[] ranked)
    {
        var ties = ranked.TakeWhile(task => scores[task] >= scores[ranked[0]] - Tie).ToArray();
        var goals = new List<Goal>();
        for (var best = ranked[0]; best >= 0;)
        {
            goals.AddRange(Among(_goals[best], clause));
            Cover(clause, covered, best);
            var left = Scores(clause, covered);
            best = Array.IndexOf(left, left.Max()) is var next && left[next] >= Enough ? next : -1;
        }
        var isTied = ties.Length > 1 && goals.TrueForAll(goal => goal.Task == _tasks[ranked[0]]);
        return new Naming(isTied ? [] : goals, [.. ties.Select(task => _tasks[task])], true, false, covered);
    }

    // words of many names: only what nothing else of the unit's own could be meant by
    Naming Weak(ReadOnlySpan<char> clause, bool[] covered, int[] ranked)
    {
        var isAlone = ranked.Length == 1 && !IsProof(clause, ranked[0]);
        foreach (var task in ranked) Cover(clause, covered, task);
        return new Naming(isAlone ? Among(_goals[ranked[0]], clause) : [], [.. ranked.Select(task => _tasks[task])], false, false, covered);
    }

    double[] Scores(ReadOnlySpan<char> clause, bool[] covered)
    {
        var scores = new double[_tasks.Length];
        for (var at = 0; at + 1 < clause.Length; at++)
            if (!(covered[at] && covered[at + 1]) && _pairs.TryGetValue(Pairs.At(clause, at), out var hits))
                foreach (var (task, weight) in hits) scores[task] += weight;
        return scores;
    }

    void Cover(ReadOnlySpan<char> clause, bool[] covered, int task)
    {
        for (var at = 0; at + 1 < clause.Length; at++)
            if (_pairs.TryGetValue(Pairs.At(clause, at), out var hits) && hits.Exists(hit => hit.Task == task)) covered[at] = covered[at + 1] = true;
    }

    double ForeignIn(ReadOnlySpan<char> clause)
    {
        var sum = 0.0;
        for (var at = 0; at + 1 < clause.Length; at++)
            if (Pairs.At(clause, at) is > 0 and var pair && !_pairs.ContainsKey(pair))
                foreach (var plan in _plans)
                    if (plan.IsName(pair)) sum += Weight(pair, plan);
        return sum;
    }

    bool IsProof(ReadOnlySpan<char> clause, int but)
    {
        for (var at = 0; at + 1 < clause.Length; at++)
            if (Pairs.At(clause, at) is > 0 and var pair && _pairs.ContainsKey(pair))
                for (var task = 0; task < _proofs.Length; task++)
                    if (task != but && _proofs[task].Contains(pair)) return true;
        return false;
    }

    // of a task's goals those that the clause names by words of their own; else its number, else the one that shares most
    IReadOnlyList<Goal> Among(Goal[] goals, ReadOnlySpan<char> clause)
    {
        if (goals.Length < 2) return goals;
        var said = Pairs.Of(clause);
        var whole = Array.ConvertAll(goals, goal => Sum(goal.Pairs.Where(said.Contains)));
        var own = Array.ConvertAll(goals, goal => Sum(goal.Pairs.Where(pair => said.Contains(pair) && !Array.Exists(goals, other => other != goal && other.Pairs.Contains(pair)))));
        if (own.Max() >= Least) return [.. goals.Where((_, index) => own[index] >= Math.Min(Enough, own.Max()))];
        var counted = goals.Where((goal, index) => !goal.AsksState && whole[index] == whole.Max()).ToList();
        return counted.Count > 0 ? counted : [.. goals.Where((_, index) => whole[index] == whole.Max()).Take(1)];
    }

    double Sum(IEnumerable<uint> pairs) => pairs.Sum(pair => _words.Telling(Pairs.Text(pair)));
}
