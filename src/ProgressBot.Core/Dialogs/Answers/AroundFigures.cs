using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Words around a figure that turn it: 比上次少了5人次 takes away, 3个累计 is a running total, 商超采购还没开始 is no zero of a number it does not name.</summary>
static class AroundFigures
{
    const string Total = "累计";

    static readonly char[] Pauses = ['，', ',', '。', '；', ';', '\n', '、'];

    public static ReplyReading Read(Turn turn, ReplyReading reading, IReadOnlyList<Indicator> sought, bool saysStates) => reading with
    {
        Matched = [.. reading.Matched.Select(match => Turned(turn, match, sought[(int)match.IndicatorId]))],
        Doubts =
        [
            .. reading.Doubts.Select(doubt => doubt with
            {
                Choices = [.. doubt.Choices.Select(choice => choice.Basis == Basis.Incremental && choice.IndicatorId is { } id && choice.Value > 0 && TakesAway(turn, doubt.Figure, sought[(int)id]) ? choice with { Value = -choice.Value } : choice)],
            }),
        ],
        Nothing = saysStates ? [.. reading.Nothing.Where(id => IsNamed(turn.Text, sought[(int)id]))] : reading.Nothing,
    };

    static MatchedFigure Turned(Turn turn, MatchedFigure match, Indicator indicator)
    {
        if (match.Basis == Basis.Incremental && match.Value > 0 && TakesAway(turn, match.Figure, indicator)) return match with { Value = -match.Value, BasisSaid = true };
        return !match.BasisSaid && match.Basis == Basis.Incremental && match.Figure.IsFollowedBy(turn.Text) ? match with { Basis = Basis.Cumulative, BasisSaid = true } : match;
    }

    // not where the word is a part of what is counted: 减少碳排放5吨
    static bool TakesAway(Turn turn, FoundFigure figure, Indicator indicator)
    {
        var pause = figure.Start == 0 ? -1 : turn.Text.LastIndexOfAny(Pauses, figure.Start - 1);
        var before = turn.Text[(pause + 1)..figure.Start];
        return turn.Book.Wordings.Values.SelectMany(wording => wording.Words("take_away_words"))
            .Any(word => before.Contains(word, StringComparison.OrdinalIgnoreCase) && !indicator.Name.Contains(word[..Math.Min(2, word.Length)], StringComparison.OrdinalIgnoreCase));
    }

    static bool IsFollowedBy(this FoundFigure figure, string text) => text.AsSpan(figure.End).StartsWith(Total, StringComparison.Ordinal)
        && (figure.End + Total.Length >= text.Length || !char.IsAsciiDigit(text[figure.End + Total.Length]));

    static bool IsNamed(string text, Indicator indicator) => indicator.Aliases.Append(indicator.Name).Any(name =>
        text.Contains(name, StringComparison.OrdinalIgnoreCase) || (name.Length > 2 && (text.Contains(name[..2], StringComparison.Ordinal) || text.Contains(name[^2..], StringComparison.Ordinal))));
}
