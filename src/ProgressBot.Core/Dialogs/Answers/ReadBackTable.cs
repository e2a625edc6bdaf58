using System.Globalization;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The read-back as a table, for channels that show one: 指标, 本期, 累计, 目标, 完成率, 佐证.</summary>
static class ReadBackTable
{
    /// <summary>Null for fewer than two figures.</summary>
    public static Table? Of(Turn turn)
    {
        var figures = DraftFigures.Of(turn);
        if (figures.Count < 2) return null;
        var rows = figures.ConvertAll(line => (IReadOnlyList<string>)
        [
            DraftFigures.Named(turn, line.Task, line.Indicator.Name),
            line.Increment,
            line.Total,
            turn.Phrasing.Target(line.Indicator),
            Phrasing.Percent(line.Share),
            DraftFigures.CountEvidence(turn.Draft, line.Task).ToString(CultureInfo.InvariantCulture),
        ]);
        return new Table(turn.Wording.Words("read_back.columns"), rows);
    }
}
