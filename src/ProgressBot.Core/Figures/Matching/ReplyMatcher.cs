using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Goes through one reply from left to right and sorts its figures.</summary>
internal sealed class ReplyMatcher
{
    private readonly string _text;
    private readonly IReadOnlyList<SoughtIndicator> _sought;
    private readonly ReplyContext _context;
    private readonly List<Mention> _mentions;
    private readonly IndicatorChoice _choice;
    private readonly List<MatchedFigure> _matched = [];
    private readonly List<Doubt> _doubts = [];
    private readonly List<FoundFigure> _narrative = [];
    private readonly bool _allTotals;
    private readonly bool _allParts;
    private readonly FoundFigure? _replaced;
    private readonly bool _corrects;
    private long? _topic;

    public ReplyMatcher(string text, IReadOnlyList<SoughtIndicator> sought, ReplyContext context, MeasureWords measures)
    {
        (_text, _sought, _context) = (text, sought, context);
        _mentions = ReplyText.Mentions(text, measures);
        _replaced = _mentions.Find(static mention => mention.IsNegated)?.Figure;
        _corrects = _replaced is not null || ReplyWords.SaysCorrection(text);
        _choice = new IndicatorChoice(sought, context, measures, _mentions, _corrects);
        _allTotals = ReplyWords.SaysAllCumulative(text);
        _allParts = ReplyWords.SaysAllIncremental(text);
    }

    public ReplyReading Run()
    {
        for (var index = 0; index < _mentions.Count; index++)
            Sort(index, _replaced, _corrects);
        DropPercentBesideCount();
        Conclusions.Reconcile(_matched, _doubts, _narrative, _sought, _mentions);
        Conclusions.AskAboutSums(_matched, _doubts, _mentions);
        Conclusions.AskIfRepeated(_text, _matched, _doubts, _context);
        return new ReplyReading(_matched, _doubts, _narrative, Nothing());
    }

    private void Sort(int index, FoundFigure? replaced, bool corrects)
    {
        var mention = _mentions[index];
        switch (_choice.Decide(index, _topic, replaced))
        {
            case Verdict.Belongs belongs:
                _topic = belongs.Candidate.Indicator.Id;
                Keep(mention, belongs.Candidate, corrects);
                break;
            case Verdict.Ask ask:
                if (ask.Kind == DoubtKind.UnitOfMeasure)
                    CheckValue(mention, ask.Candidates[0], corrects);
                _doubts.Add(Question(mention, ask));
                break;
            default:
                if (!mention.IsBare)
                    _narrative.Add(mention.Figure);
                break;
        }
    }

    private void Keep(Mention mention, Candidate candidate, bool corrects)
    {
        if (DatedWords.IsOutside(mention.Sentence, _context))
        {
            KeepDated(mention, candidate);
            return;
        }
        var (counted, doubt) = Guards.Count(mention, candidate, corrects);
        if (_allTotals && !counted.IsSaid)
            (counted, doubt) = (new Counted(counted.Value, Basis.Cumulative, true), null);
        else if (_allParts && (!counted.IsSaid || Guards.IsSum(mention)))
            (counted, doubt) = (new Counted(counted.Value, Basis.Incremental, true), null);
        if (Guards.IsLonger(mention, counted, _context))
            _doubts.Add(Guards.AskPeriod(mention, candidate));
        else if (doubt is { } kind)
            _doubts.Add(new Doubt(kind, mention.Figure, Guards.Both(candidate, counted.Value, counted.Basis), candidate.Indicator.LastTotal));
        else if (Guards.Check(mention, candidate, counted) is { } question)
            _doubts.Add(question);
        else
            _matched.Add(new MatchedFigure(candidate.Indicator.Id, mention.Figure, counted.Value, counted.Basis, counted.IsSaid, corrects));
    }

    // 8月底3.2亿 only repeats what was reported then
    private void KeepDated(Mention mention, Candidate candidate)
    {
        if (DatedWords.IsAhead(mention.Before, _context) || candidate.Value == candidate.Indicator.LastTotal)
            _narrative.Add(mention.Figure);
        else
            _doubts.Add(Guards.AskPeriod(mention, candidate));
    }

    // a value in the wrong unit may be wrong in itself too
    private void CheckValue(Mention mention, Candidate candidate, bool corrects)
    {
        if (Guards.Check(mention, candidate, Guards.Count(mention, candidate, corrects).Counted) is { } question)
            _doubts.Add(question);
    }

    private static Doubt Question(Mention mention, Verdict.Ask ask)
    {
        var said = BasisWords.In(mention.Before)?.Basis;
        var choices = ask.Candidates.Select(candidate => candidate.AsChoice() with
        {
            Basis = said ?? candidate.Indicator.Basis,
            Value = ask.Kind == DoubtKind.Percent ? candidate.Indicator.Target * mention.Figure.Normalized / 100 : candidate.Value,
        });
        return new Doubt(ask.Kind, mention.Figure, [.. choices, new DoubtChoice(null, mention.Figure.Normalized, said ?? Basis.Cumulative)], null);
    }

    // 到位资金5.1亿元，完成率64%: the share only repeats the amount
    private void DropPercentBesideCount()
    {
        foreach (var doubt in _doubts.FindAll(static doubt => doubt.Kind == DoubtKind.Percent))
        {
            if (!_mentions.Any(mention => mention.Figure != doubt.Figure && About(mention.Figure) == doubt.Choices[0].IndicatorId))
                continue;
            _doubts.Remove(doubt);
            _narrative.Add(doubt.Figure);
        }
    }

    private long? About(FoundFigure figure) =>
        _matched.Find(match => match.Figure == figure)?.IndicatorId ?? _doubts.Find(doubt => doubt.Figure == figure)?.Choices[0].IndicatorId;

    // indicators that a figure or a question of the same reply is about are not without
    private List<long> Nothing()
    {
        var nothing = new NothingSaid(_sought, _context, _choice).Find(_text, _mentions);
        nothing.RemoveAll(IsAnswered);
        return nothing;
    }

    private bool IsAnswered(long indicator) =>
        _matched.Exists(match => match.IndicatorId == indicator) || _doubts.Exists(doubt => doubt.Choices.Any(choice => choice.IndicatorId == indicator));
}
