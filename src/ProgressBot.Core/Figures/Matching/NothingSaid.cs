namespace ProgressBot.Core.Figures.Matching;

/// <summary>Finds the indicators that a reply says have none yet.</summary>
internal sealed class NothingSaid(IReadOnlyList<SoughtIndicator> sought, ReplyContext context, IndicatorChoice choice)
{
    private readonly HashSet<long> _nothing = [];

    /// <summary>Ids in the order of <c>sought</c>.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="mentions">Its figures.</param>
    /// <param name="answered">Indicators that a figure or a question of the same reply is about; they are not without.</param>
    public IReadOnlyList<long> Find(string text, IReadOnlyList<Mention> mentions, IReadOnlySet<long> answered)
    {
        var rest = false;
        var before = "";
        foreach (var (start, end) in ReplyText.Clauses(text))
        {
            var words = ReplyText.Plain(text.AsSpan(start, end - start));
            if (mentions.Any(mention => !ReplyWords.StartsNoneOfAll(mention.After) && mention.Figure.Start >= start && mention.Figure.Start < end))
                before = "";
            else if (!ReplyWords.SaysNothing(words))
                before = words;
            else if (ReplyWords.SaysRest(words))
                rest = true;
            else
                Add(words, before, ItemLabels.Last(text.AsSpan(start, end - start), true), mentions.All(mention => ReplyWords.StartsNoneOfAll(mention.After)));
        }
        return [.. sought.Where(indicator => !answered.Contains(indicator.Id) && (rest || _nothing.Contains(indicator.Id))).Select(indicator => indicator.Id)];
    }

    private void Add(string words, string before, int? label, bool isAll)
    {
        var named = Named(words);
        if (named.Count == 0 && ReplyWords.Content(words) == 0)
            named = Labelled(label) ?? (before.Length > 0 ? Named(before) : isAll ? Asked() : []);
        _nothing.UnionWith(named.Select(indicator => indicator.Id));
    }

    private List<SoughtIndicator> Named(string words)
    {
        var named = sought.Where(indicator => choice.LikenessOf(indicator).IsNamedIn(words)).ToList();
        if (named.Count > 0)
            return named;
        var pieces = sought.Where(indicator => choice.LikenessOf(indicator).Before(words).Strength == Strength.Piece).ToList();
        return pieces.Count == 1 ? pieces : [];
    }

    private List<SoughtIndicator>? Labelled(int? label) =>
        label is { } number && sought.Any(indicator => indicator.Number == number) ? [.. sought.Where(indicator => indicator.Number == number)] : null;

    private List<SoughtIndicator> Asked() =>
        sought.FirstOrDefault(indicator => indicator.Id == context.Expected) is { } expected ? [expected] : [.. sought];
}
