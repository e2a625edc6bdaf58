namespace ProgressBot.Core.Figures.Matching;

/// <summary>Finds the indicators that a reply says have none yet.</summary>
internal sealed class NothingSaid(IReadOnlyList<SoughtIndicator> sought, ReplyContext context, IndicatorChoice choice)
{
    private const int MostOnStack = 256;

    private HashSet<long>? _nothing;
    private HashSet<long>? _unchanged;

    /// <summary>Ids of those that <see cref="Find"/> found to be said unchanged, in the order of <c>sought</c>.</summary>
    public IReadOnlyList<long> Unchanged =>
        _unchanged is null ? [] : [.. sought.Where(indicator => _unchanged.Contains(indicator.Id)).Select(indicator => indicator.Id)];

    /// <summary>其余无变化 was said.</summary>
    public bool RestUnchanged { get; private set; }

    /// <summary>Ids in the order of <c>sought</c>; those that a figure is about may be among them.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="mentions">Its figures.</param>
    public List<long> Find(string text, List<Mention> mentions)
    {
        var rest = false;
        ReadOnlySpan<char> before = [];
        Span<char> room = text.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[text.Length];
        foreach (var (start, end) in ReplyText.Clauses(text))
        {
            var clause = text.AsSpan(start, end - start);
            if (HasFigure(mentions, start, end))
                before = [];
            else if (ReplyText.Plain(clause, room) is var words && ReplyWords.SaysUnchanged(words))
            {
                RestUnchanged |= ReplyWords.SaysRest(words);
                (_unchanged ??= []).UnionWith(AsBefore(words.ToString(), ItemLabels.Last(clause, true)).Select(indicator => indicator.Id));
            }
            else if (!ReplyWords.SaysNothing(words))
                before = clause;
            else if (ReplyWords.SaysRest(words))
                rest = true;
            else
                Add(words.ToString(), ReplyText.Plain(before), ItemLabels.Last(clause, true), mentions.TrueForAll(static mention => ReplyWords.StartsNoneOfAll(mention.After)));
        }
        if (!rest && _nothing is null)
            return [];
        return [.. sought.Where(indicator => rest || _nothing!.Contains(indicator.Id)).Select(indicator => indicator.Id)];
    }

    private static bool HasFigure(List<Mention> mentions, int start, int end)
    {
        foreach (var mention in mentions)
            if (mention.Figure.Start >= start && mention.Figure.Start < end && !ReplyWords.StartsNoneOfAll(mention.After))
                return true;
        return false;
    }

    private void Add(string words, string before, int? label, bool isAll)
    {
        var named = Named(words);
        if (named.Count == 0 && ReplyWords.Content(words) == 0)
            named = Labelled(label) ?? (before.Length > 0 ? Named(before) : isAll ? Asked() : []);
        (_nothing ??= []).UnionWith(named.Select(indicator => indicator.Id));
    }

    // 其余无变化: all that nothing else is said about, which the caller leaves out
    private List<SoughtIndicator> AsBefore(string words, int? label) =>
        Named(words) is { Count: > 0 } named ? named : Labelled(label) ?? (ReplyWords.SaysRest(words) ? [.. sought] : Asked());

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
