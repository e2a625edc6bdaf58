using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What words without a figure say of a goal that is counted: a number that is not there yet has a state, one that is said to be reached is asked for.</summary>
sealed class CountedGoals(SpokenWords words, Message message, ToldStates told, List<(int Start, int End)> notResults)
{
    readonly HashSet<int> _told = [.. message.Figures.Select(figure => figure.ReportId).OfType<int>().Concat(message.None)];

    /// <param name="named">How many goals the clause names.</param>
    /// <returns>Whether the clause became a state or a question.</returns>
    public bool Take(ClauseSigns piece, Goal goal, int named, SpokenFigure[] figures)
    {
        var isPlain = goal.Task.Indicators.Count == 1 || named == 1;
        if (isPlain && piece is not { PlannedFrom: not null } && Share.In(message.Text, piece.Start, piece.End) is { } share) return AskShare(piece, goal, share, figures);
        if (_told.Contains(goal.Task.Report.Id) || message.Figures.Any(figure => figure.IsAsked)) return false;
        return GoalState.Of(words, goal, piece, false) switch
        {
            MilestoneState.Done => isPlain && AskTarget(piece, goal, figures),
            { } state when !piece.IsDone => Put(piece, goal, state, figures),
            _ => false,
        };
    }

    // 两个平台均在建设中
    bool Put(ClauseSigns piece, Goal goal, MilestoneState state, SpokenFigure[] figures)
    {
        if (figures.Length > 0) notResults.Add((piece.Start, piece.End));
        told.Put(goal, state, TextOf(piece), piece.IsOfNow);
        return true;
    }

    bool AskTarget(ClauseSigns piece, Goal goal, SpokenFigure[] figures)
    {
        if (figures.Length > 0 || message.Text.AsSpan(piece.Start, piece.End - piece.Start).ContainsAnyInRange('0', '9')) return false;
        told.AskValue(goal, goal.Indicator!.Target, TextOf(piece));
        return true;
    }

    // 完成了三分之二; a figure that was seen in it (半) is none
    bool AskShare(ClauseSigns piece, Goal goal, Share share, SpokenFigure[] figures)
    {
        if (Array.Exists(figures, figure => figure.IsAsked)) return false;
        notResults.Add((share.Start, share.End));
        told.AskValue(goal, Math.Round(goal.Indicator!.Target * share.Value, goal.Indicator.BaseUnit == "元" ? 2 : 0), TextOf(piece));
        return true;
    }

    string TextOf(ClauseSigns piece) => message.Text[piece.Start..piece.End].Trim();
}
