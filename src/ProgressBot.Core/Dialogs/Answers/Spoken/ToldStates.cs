using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>The states a message tells, one for each goal, and what has to be asked; however the clauses are ordered, the same comes out.</summary>
sealed class ToldStates
{
    /// <summary>Goals offered when it is open which one is meant.</summary>
    const int MostChoices = 3;

    /// <summary>More than that nobody answers.</summary>
    const int MostQuestions = 8;

    readonly Dictionary<(int Report, int Milestone), DraftMilestone> _states = [];
    readonly Dictionary<(int Report, int Milestone), DraftQuestion> _unsure = [];
    readonly List<DraftQuestion> _questions = [];

    public IReadOnlyList<DraftMilestone> States => [.. _states.Values];

    public IReadOnlyList<DraftQuestion> Questions =>
        [.. _questions.Concat(_unsure.Where(each => !_states.ContainsKey(each.Key)).Select(each => each.Value)).Take(MostQuestions)];

    /// <param name="isOfNow">The words say that earlier ones no longer hold.</param>
    public void Put(Goal goal, MilestoneState state, string phrase, bool isOfNow)
    {
        var key = (goal.Task.Report.Id, goal.Milestone.Id);
        if (_states.TryGetValue(key, out var known) && !isOfNow)
        {
            var both = GoalState.Both(known.State, state);
            if (known.State == both) return;
            if (state != both) phrase = $"{known.Phrase}，{phrase}";
            state = both;
        }
        _states[key] = new DraftMilestone(key.Item1, key.Item2, state, phrase);
    }

    /// <summary>Asks which of some goals a state is meant for.</summary>
    public void Ask(IEnumerable<(Goal Goal, MilestoneState State)> likely, string phrase)
    {
        if (_questions.Count == MostQuestions || _questions.Exists(known => known.Phrase == phrase)) return;
        var readings = likely.DistinctBy(each => each.Goal.Task.Report.Id).Take(MostChoices).Select(Reading).ToList();
        if (readings.Count > 0) _questions.Add(Question(readings, phrase));
    }

    /// <summary>Asks whether a goal is reached, unless the message tells its state elsewhere.</summary>
    public void AskWhetherDone(Goal goal, string phrase) =>
        _unsure.TryAdd((goal.Task.Report.Id, goal.Milestone.Id), Question([Reading((goal, MilestoneState.Done))], phrase));

    /// <summary>Asks whether a number is what its words come to.</summary>
    public void AskValue(Goal goal, decimal value, string phrase)
    {
        DraftReading meant = new(goal.Task.Report.Id) { IndicatorId = goal.Indicator!.Id, Value = value, Basis = Basis.Cumulative };
        if (_questions.Count < MostQuestions) _questions.Add(new DraftQuestion("percent", phrase, null, [meant, new DraftReading(null)]));
    }

    static DraftReading Reading((Goal Goal, MilestoneState State) meant) =>
        new(meant.Goal.Task.Report.Id) { MilestoneId = meant.Goal.Milestone.Id, State = meant.State };

    static DraftQuestion Question(List<DraftReading> readings, string phrase) => new("which_item", phrase, null, [.. readings, new DraftReading(null)]);
}
