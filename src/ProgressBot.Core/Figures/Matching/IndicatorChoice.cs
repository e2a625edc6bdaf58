namespace ProgressBot.Core.Figures.Matching;

/// <summary>Decides which indicator a mention belongs to, in the order of a message.</summary>
/// <remarks>
/// What is named beats what is numbered, that beats what goes without saying (the topic of the sentence, the question just
/// asked, the only unit that fits). Whatever is named by halves, or fits several, is asked.
/// </remarks>
internal sealed class IndicatorChoice
{
    private const int MostChoices = 4;
    private const int DaysOfWeek = 7;

    // ten times the target; a larger share is no share of it
    private const decimal MostPercent = 1000;

    private readonly IReadOnlyList<SoughtIndicator> _sought;
    private readonly ReplyContext _context;
    private readonly UnitFit _units;
    private readonly Likeness[] _likeness;
    private readonly List<Mention> _mentions;
    private readonly bool _corrects;
    private readonly bool _trustsLabels;
    private readonly bool _isInOrder;
    private readonly Dictionary<int, int> _respective;

    public IndicatorChoice(IReadOnlyList<SoughtIndicator> sought, ReplyContext context, MeasureWords measures, List<Mention> mentions, bool corrects)
    {
        (_sought, _context, _mentions, _corrects) = (sought, context, mentions, corrects);
        _units = new UnitFit(measures);
        _likeness = new Likeness[sought.Count];
        for (var index = 0; index < sought.Count; index++)
            _likeness[index] = Likeness.Of(sought[index]);
        _respective = Respective.Of(mentions, _likeness);
        _trustsLabels = mentions.TrueForAll(AgreesWithLabel);
        _isInOrder = mentions.Count == sought.Count && IsInOrder();
    }

    public Likeness LikenessOf(SoughtIndicator indicator)
    {
        for (var index = 0; index < _sought.Count; index++)
            if (_sought[index].Id == indicator.Id)
                return _likeness[index];
        return Likeness.Of(indicator);
    }

    /// <summary>Decides on one mention.</summary>
    /// <param name="index">Which of the message's mentions.</param>
    /// <param name="topic">The indicator that the sentence was about so far.</param>
    /// <param name="hasFormer">Whether only a former or planned value of it has been told yet.</param>
    /// <param name="replaced">The figure that the message says is wrong, when it says so.</param>
    public Verdict Decide(int index, long? topic, bool hasFormer, FoundFigure? replaced)
    {
        var mention = _mentions[index];
        var candidates = Candidates(mention);
        if (IsNoResult(mention))
            return new Verdict.Narrative(candidates.FindAll(static candidate =>
                candidate is { IsNamed: true, Fits: true }) is [var about] ? about.Indicator.Id : null);
        if (_respective.TryGetValue(index, out var told) && candidates[told].Fits)
            return new Verdict.Belongs(candidates[told]);
        if (!candidates.Exists(static candidate => candidate.IsNamed))
            Hear(candidates, mention);
        if (ReplyWords.StartsNoneOfAll(mention.After) || IsWhole(index, candidates))
            return new Verdict.Narrative();
        if ((mention.Figure.PartOf is not null || (mention.Owner is not null && !NamesOther(candidates, Strength.Synonym, topic))) && !NamesOther(candidates, Strength.Name, topic))
            return new Verdict.Narrative();
        return Corrected(candidates, mention, replaced) ?? Named(candidates, mention) ?? Labelled(candidates, mention) ?? Pieced(candidates)
            ?? Understood(candidates, mention, topic, hasFormer, index) ?? new Verdict.Narrative();
    }

    /// <summary>True when the words say that a figure is no result: quoted, negated, promised, a target, another year's.</summary>
    public bool IsNoResult(Mention mention) =>
        mention.IsQuoted || mention.IsNegated || mention.IsFormer || IsNotReported(mention) || IsPromised(mention) || IsState(mention);

    /// <summary>The indicators that a mention may be about, with what speaks for each.</summary>
    public IReadOnlyList<FigureCandidate> Weigh(Mention mention)
    {
        var candidates = Candidates(mention);
        if (!candidates.Exists(static candidate => candidate.IsNamed))
            Hear(candidates, mention);
        return [.. candidates.Where(candidate => candidate.Fit != Fit.None || candidate.Strength != Strength.None)
            .Select(candidate => new FigureCandidate(candidate.Indicator.Id, candidate.Fit.ToString()
                .ToLowerInvariant(), candidate.Strength.ToString().ToLowerInvariant()))];
    }

    // what stands in brackets or behind a colon is a part, unless another indicator is named
    private static bool NamesOther(List<Candidate> candidates, Strength strength, long? topic) =>
        candidates.Exists(candidate => candidate.Strength == strength && candidate.Fits && candidate.Indicator.Id != topic);

    private bool IsInOrder()
    {
        for (var index = 0; index < _mentions.Count; index++)
            if (!_mentions[index].IsNeutral || _units.Of(_mentions[index].Figure, _sought[index]).Fit is not (Fit.Same or Fit.Bare))
                return false;
        return true;
    }

    // 660万援建资金累计到位400万元, 3个示范点中2个完成: the first says how many there are in all
    private bool IsWhole(int index, List<Candidate> candidates)
    {
        if (index + 1 >= _mentions.Count || !_mentions[index].RunsOn || ReplyWords.Content(_mentions[index].Before) > 0 || _mentions[index + 1].Figure.BaseUnit != _mentions[index].Figure.BaseUnit)
            return false;
        var next = _mentions[index + 1];
        return candidates.Exists(candidate => candidate is { IsNamed: true, Fits: true } && LikenessOf(candidate.Indicator).Before(next.Before).Strength >= Strength.Synonym)
            && !_sought.Any(indicator => LikenessOf(indicator).After(next.After).Strength >= Strength.Synonym);
    }

    private bool AgreesWithLabel(Mention mention)
    {
        if (mention.Label is not { } label || _sought.All(indicator => indicator.Number != label))
            return true;
        var named = Candidates(mention).Where(candidate => candidate.IsNamed).ToList();
        return named.Count == 0 || named.Any(candidate => candidate.Indicator.Number == label);
    }

    private bool IsNotReported(Mention mention) =>
        ReplyWords.StartsNotReported(mention.After)
        || (ReplyWords.IsNotReported(mention.Before) && !NamesNotReported(mention.Before))
        || (IsWeekly && mention.Before.Contains("上周", StringComparison.Ordinal));

    // 两个平台均在建设中; but 新签4个，均在建设中 tells of four that were signed
    private static bool IsState(Mention mention) =>
        ReplyWords.SaysInProgress(mention.After) && ReplyWords.Content(mention.Before) == 0 && BasisWords.In(mention.Before) is null;

    // last week is over in a weekly round only
    private bool IsWeekly => _context.PeriodEnd.DayNumber - _context.PeriodStart.DayNumber < DaysOfWeek;

    private bool IsPromised(Mention mention) =>
        (ReplyWords.SaysAhead(mention.Lead) && BasisWords.In(mention.Before) is null) || ReplyWords.IsPromised(mention.Before)
        || DatedWords.IsLater(mention.Before, _context);

    // nothing is named as it is written: 到为资金
    private void Hear(List<Candidate> candidates, Mention mention)
    {
        for (var index = 0; index < candidates.Count; index++)
            if (candidates[index].Fits && _likeness[index].Heard(mention.Before) is { Strength: > Strength.Weak } heard)
                candidates[index] = candidates[index] with { Strength = heard.Strength, Length = heard.Length };
    }

    private bool NamesNotReported(string words) =>
        _sought.Any(indicator => ReplyWords.IsNotReported(indicator.Name) && words.Contains(indicator.Name, StringComparison.Ordinal));

    private List<Candidate> Candidates(Mention mention)
    {
        var candidates = new List<Candidate>(_sought.Count);
        for (var index = 0; index < _sought.Count; index++)
            candidates.Add(Candidate(mention, _sought[index], _likeness[index]));
        return candidates;
    }

    private Candidate Candidate(Mention mention, SoughtIndicator indicator, Likeness likeness)
    {
        var (fit, value) = _units.Of(mention.Figure, indicator);
        var named = likeness.Before(mention.Before);
        if (named.Strength == Strength.None && mention.Lead != mention.Before)
            named = likeness.Before(mention.Lead);
        if (named.Strength <= Strength.Weak && IsOpen(mention.Before) && likeness.After(mention.After) is var after && after.CompareTo(named) > 0)
            named = after;
        if (named.Strength <= Strength.Weak && mention.Note.Length > 0 && likeness.Before(mention.Note) is { Strength: >= Strength.Synonym } noted)
            named = noted;
        return new Candidate(indicator, fit, value, named.Strength, named.Length) { IsConverted = fit == Fit.Same
            && value != mention.Figure.Normalized };
    }

    // 本月又到位160万元援建款: the name may follow
    private static bool IsOpen(string words) => ReplyWords.Meaning(words) is var meaning && (meaning.Length <= 1 || ReplyWords.IsDone(meaning));

    // 不是4个是5个: the one whose last figure was 4
    private static Verdict.Belongs? Corrected(List<Candidate> candidates, Mention mention, FoundFigure? replaced)
    {
        if (replaced is null || candidates.Exists(static candidate => candidate.IsNamed))
            return null;
        return Reported(candidates, replaced) is [var only] && mention.Figure.BaseUnit == replaced.BaseUnit ? new Verdict.Belongs(only) : null;
    }

    private static List<Candidate> Reported(List<Candidate> candidates, FoundFigure figure) =>
        candidates.FindAll(candidate => candidate.Fit == Fit.Same && candidate.Indicator.LastTotal == figure.Normalized);

    private static Verdict? Named(List<Candidate> candidates, Mention mention)
    {
        var named = candidates.FindAll(static candidate => candidate.IsNamed);
        if (named.Count == 0)
            return null;
        if (named is [{ Fits: true } only])
            return new Verdict.Belongs(only);
        if (named.Count > 1)
            named = [.. named.OrderByDescending(candidate => (candidate.Strength, candidate.Length))];
        var fitting = named.FindAll(static candidate => candidate.Fit == Fit.Same);
        if (fitting.Count == 0)
            fitting = named.FindAll(static candidate => candidate.Fits);
        if (fitting.Count > 0)
            return fitting.Count == 1 ? new Verdict.Belongs(fitting[0]) : Best(fitting, mention);
        if (mention.Figure is { BaseUnit: "%", Normalized: <= MostPercent })
            return new Verdict.Ask(DoubtKind.Percent, [.. named.Take(1)]);
        var near = named.Where(candidate => candidate.Fit == Fit.Near).ToList();
        if (near.Count > 0)
            return new Verdict.Ask(DoubtKind.UnitOfMeasure, near);
        var other = candidates.Where(candidate => candidate.Fits).ToList();
        return other.Count == 0 ? new Verdict.Narrative() : new Verdict.Ask(DoubtKind.WhichIndicator, other);
    }

    private static Verdict Best(List<Candidate> fitting, Mention mention)
    {
        var equal = fitting.Where(candidate => candidate.Strength == fitting[0].Strength && candidate.Length == fitting[0].Length).ToList();
        if (equal.Count == 1)
            return new Verdict.Belongs(equal[0]);
        var labelled = equal.Where(candidate => candidate.Indicator.Number == mention.Label).ToList();
        return labelled.Count == 1 ? new Verdict.Belongs(labelled[0]) : new Verdict.Ask(DoubtKind.WhichIndicator, equal);
    }

    private Verdict? Labelled(List<Candidate> candidates, Mention mention) => _trustsLabels && mention.Label is { } label ? Labelled(candidates, label) : null;

    private static Verdict? Labelled(List<Candidate> candidates, int label)
    {
        var labelled = candidates.Where(candidate => candidate.Indicator.Number == label).ToList();
        var same = labelled.Where(candidate => candidate.Fit == Fit.Same || (labelled.Count == 1 && candidate.Fits)).ToList();
        return same.Count switch
        {
            1 => new Verdict.Belongs(same[0]),
            > 1 => new Verdict.Ask(DoubtKind.WhichIndicator, same),
            _ => labelled is [{ Fit: Fit.Near }] ? new Verdict.Ask(DoubtKind.UnitOfMeasure, labelled) : null,
        };
    }

    // 资金5.1亿 where only one indicator has 资金 in its name; named by halves it is asked
    private static Verdict? Pieced(List<Candidate> candidates)
    {
        var pieces = candidates.Where(candidate => candidate is { Fits: true, Strength: Strength.Piece }).ToList();
        if (pieces.Count == 1)
            return new Verdict.Belongs(pieces[0]);
        var weak = candidates.Where(candidate => candidate is { Fit: Fit.Same, Strength: Strength.Weak or Strength.Piece }).ToList();
        return weak.Count > 0 ? new Verdict.Ask(DoubtKind.WhichIndicator, weak) : null;
    }

    private Verdict? Understood(List<Candidate> candidates, Mention mention, long? topic, bool hasFormer, int index)
    {
        var fitting = candidates.Where(candidate => candidate.Fit == Fit.Same).ToList();
        if (!mention.IsNeutral)
            return (Verdict?)Foreign(fitting, mention) ?? Possible(fitting, mention);
        if (mention.ContinuesSentence && (hasFormer || BasisWords.In(mention.Before) is not null) && fitting.FirstOrDefault(candidate =>
            candidate.Indicator.Id == topic) is { } going)
            return new Verdict.Belongs(going);
        if (candidates.FirstOrDefault(candidate => candidate.Indicator.Id == _context.Expected) is { Fit: not Fit.None } expected)
            return expected.Fit == Fit.Near ? new Verdict.Ask(DoubtKind.UnitOfMeasure, [expected]) : new Verdict.Belongs(expected);
        if (mention.Figure is { BaseUnit: "%", Normalized: <= MostPercent } && fitting.Count == 0)
            return Shared(candidates);
        if (_isInOrder)
            return new Verdict.Belongs(candidates[index]);
        return fitting.Count switch
        {
            0 => Near(candidates, mention),
            1 => Only(fitting[0], candidates),
            _ => new Verdict.Ask(DoubtKind.WhichIndicator, [.. fitting.Take(MostChoices)]),
        };
    }

    // 累计380人 is no count of the one official who is to be sent; the trainees, counted in 人次, are likelier
    private static Verdict Only(Candidate fitting, List<Candidate> candidates)
    {
        if (Guards.IsWithinReach(fitting.Indicator, fitting.Value))
            return new Verdict.Belongs(fitting);
        var near = candidates.FindAll(static candidate =>
            candidate.Fit == Fit.Near && Guards.IsWithinReach(candidate.Indicator, candidate.Value));
        return near.Count == 0 ? new Verdict.Belongs(fitting)
            : new Verdict.Ask(near.Count == 1 ? DoubtKind.UnitOfMeasure : DoubtKind.WhichIndicator, near);
    }

    // 累计380人, where only one indicator counts anything of the kind; 应该是1, where nothing says of what
    private Verdict.Ask? Near(List<Candidate> candidates, Mention mention)
    {
        var near = candidates.Where(candidate => candidate.Fit == Fit.Near).ToList();
        if (near.Count == 1 && BasisWords.In(mention.Before) is not null)
            return new Verdict.Ask(DoubtKind.UnitOfMeasure, near);
        return mention.IsBare && _corrects ? new Verdict.Ask(DoubtKind.WhichIndicator, [.. candidates.Take(MostChoices)]) : null;
    }

    // 又办了一期电商班，新增45人次: the clause says how it counts, the sentence not what
    private static Verdict.Belongs? Possible(List<Candidate> fitting, Mention mention) =>
        fitting.Count == 1 && mention.Before != mention.Lead && ReplyWords.IsDone(ReplyWords.Meaning(mention.Before)) && BasisWords.In(mention.Before) is not null
            ? new Verdict.Belongs(fitting[0])
            : null;

    // 完成了96%, where it can only be about the one that was asked for
    private Verdict.Ask? Shared(List<Candidate> candidates)
    {
        var about = candidates.Where(candidate => candidates.Count == 1 || candidate.Indicator.Id == _context.Expected).ToList();
        return about.Count == 1 && about[0].Indicator.Target > 0 ? new Verdict.Ask(DoubtKind.Percent, about) : null;
    }

    // words that name nothing known: asked only when the question was for this very indicator
    private Verdict.Ask? Foreign(List<Candidate> fitting, Mention mention)
    {
        var expected = fitting.Where(candidate => candidate.Indicator.Id == _context.Expected).ToList();
        return expected.Count > 0 && !mention.IsBare ? new Verdict.Ask(DoubtKind.WhichIndicator, expected) : null;
    }
}
