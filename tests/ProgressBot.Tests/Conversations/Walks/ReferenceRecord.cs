using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>
/// What should be on record, worked out from what people said and nothing else: a report's standing is all that was said in it and not taken back, and what
/// the reviewer decided last counts. It knows no row, no version number and no total of the bot's.
/// </summary>
sealed class ReferenceRecord
{
    readonly Dictionary<(string Unit, string Item, string Round), ReferenceReport> _reports = [];

    public ReferenceReport Report(string unit, string item, string round) =>
        _reports.TryGetValue((unit, item, round), out var known) ? known : _reports[(unit, item, round)] = new ReferenceReport(unit, item, round);

    /// <summary>What this period's part is added to: what the round's figure that counts was added to, or else the total of the rounds before.</summary>
    public decimal Before(string unit, string item, string indicator, string round) =>
        Report(unit, item, round).Counting(false, standing => standing.Figures.ContainsKey(indicator))?.Bases[indicator] ?? Total(unit, indicator, false, round) ?? 0;

    public IEnumerable<ReferenceReport> Reports => _reports.Values;

    /// <summary>The running total of an indicator of a unit: of its latest round that says anything which counts.</summary>
    public decimal? Total(string unit, string indicator, bool approvedOnly, string? before = null) =>
        _reports.Values.Where(report => report.Unit == unit && (before is null || string.CompareOrdinal(report.Round, before) < 0))
            .OrderByDescending(report => report.Round, StringComparer.Ordinal)
            .Select(report => report.Counting(approvedOnly, standing => standing.Figures.ContainsKey(indicator))?.Figures[indicator])
            .FirstOrDefault(total => total is not null);
}

/// <summary>One unit's report of an item in a round.</summary>
sealed class ReferenceReport(string unit, string item, string round)
{
    readonly List<(Standing Standing, Fate Fate)> _said = [];

    public string Unit => unit;
    public string Item => item;

    /// <summary>Sorts by time.</summary>
    public string Round => round;

    /// <summary>Documents that were sent for it.</summary>
    public HashSet<string> Evidence { get; } = [];

    /// <summary>What a next message adds to; empty before the first.</summary>
    public Standing Last => _said.LastOrDefault(each => each.Fate is Fate.Waiting or Fate.Approved or Fate.Returned).Standing ?? new Standing();

    /// <summary>What waits for the reviewer; null for nothing.</summary>
    public Standing? Waiting => _said.LastOrDefault(each => each.Fate == Fate.Waiting).Standing;
    public Standing? Approved => _said.LastOrDefault(each => each.Fate == Fate.Approved).Standing;
    public bool IsUntouched => !_said.Exists(each => each.Fate is Fate.Waiting or Fate.Approved or Fate.Returned);

    /// <summary>Which message it was whose standing waits; a list that showed another is stale.</summary>
    public int Times => _said.FindLastIndex(each => each.Fate == Fate.Waiting);

    /// <summary>The latest standing that counts and has something.</summary>
    public Standing? Counting(bool approvedOnly, Func<Standing, bool> has) =>
        _said.LastOrDefault(each => (each.Fate == Fate.Approved || (each.Fate == Fate.Waiting && !approvedOnly)) && has(each.Standing)).Standing;

    public void Submit(Standing added)
    {
        var next = Last.And(added);
        Change(Fate.Waiting, Fate.Replaced);
        _said.Add((next, Fate.Waiting));
    }

    /// <summary>What it had replaced waits again.</summary>
    public void Withdraw()
    {
        Change(Fate.Waiting, Fate.Gone);
        var before = _said.FindLastIndex(each => each.Fate != Fate.Gone);
        if (before >= 0 && _said[before].Fate == Fate.Replaced) _said[before] = (_said[before].Standing, Fate.Waiting);
    }

    public void Return() => Change(Fate.Waiting, Fate.Returned);
    public void Revoke() => Change(Fate.Approved, Fate.Returned);

    public void Approve()
    {
        Change(Fate.Approved, Fate.Outdated);
        Change(Fate.Waiting, Fate.Approved);
    }

    void Change(Fate from, Fate to)
    {
        for (var index = 0; index < _said.Count; index++)
            if (_said[index].Fate == from) _said[index] = (_said[index].Standing, to);
    }

    enum Fate { Waiting, Replaced, Approved, Returned, Outdated, Gone }
}

/// <summary>All that stands in a report: running totals in base units, states, sentences about what is in the way.</summary>
sealed record Standing
{
    public IReadOnlyDictionary<string, decimal> Figures { get; init; } = new Dictionary<string, decimal>();
    /// <summary>What each running total stood at before the round.</summary>
    public IReadOnlyDictionary<string, decimal> Bases { get; init; } = new Dictionary<string, decimal>();
    public IReadOnlyDictionary<string, MilestoneState> States { get; init; } = new Dictionary<string, MilestoneState>();
    public IReadOnlySet<string> Sentences { get; init; } = new HashSet<string>();

    /// <summary>With what is said now; what it does not name stays.</summary>
    public Standing And(Standing added) => new()
    {
        Figures = Over(Figures, added.Figures),
        Bases = Over(Bases, added.Bases),
        States = Over(States, added.States),
        Sentences = Sentences.Concat(added.Sentences).ToHashSet(),
    };

    public override string ToString() => string.Join(' ',
        Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(figure => $"{figure.Key}={figure.Value:0.####}")
            .Concat(States.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Key}={state.Value}"))
            .Concat(Sentences.Order(StringComparer.Ordinal).Select(sentence => $"“{sentence}”")));

    static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> added) =>
        before.Where(each => !added.ContainsKey(each.Key)).Concat(added).ToDictionary(each => each.Key, each => each.Value);
}
