using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Takes the figures out of what a document tells of results, as far as they can only mean one indicator.</summary>
internal static class OpeningFigures
{
    public static IReadOnlyList<DraftOpening> Of(string progress, IReadOnlyList<FoundIndicator> found, MeasureWords? own)
    {
        if (progress.Length == 0 || found.Count == 0)
            return [];
        var bare = BareTarget.Of(progress) is { Unit: "" } number && found.Count == 1 && !number.Number.EndsWith('万')
            && !number.Number.EndsWith('亿');
        var text = bare ? progress + found[0].Indicator.Unit : progress;
        var figures = FigureReader.Read(text, own);
        return [.. found.Select(target => target.Indicator).Select(target => Plain(target, found, figures, text)).OfType<DraftOpening>()];
    }

    static DraftOpening? Plain(DraftIndicator target, IReadOnlyList<FoundIndicator> found, IReadOnlyList<FoundFigure> figures, string text)
    {
        var same = figures.Where(figure => figure.BaseUnit == target.BaseUnit).ToList();
        var named = same.Where(figure => text[Clauses.Start(text, figure.Start)..figure.Start].Contains(target.Name,
            StringComparison.Ordinal)).ToList();
        var alone = found.Count(other => other.Indicator.BaseUnit == target.BaseUnit) == 1;
        return (named, same) switch
        {
            ([var one], _) => new DraftOpening(target.Name, one.Phrase, one.Normalized),
            ([], [var one]) when alone => new DraftOpening(target.Name, one.Phrase, one.Normalized),
            _ => null,
        };
    }
}
