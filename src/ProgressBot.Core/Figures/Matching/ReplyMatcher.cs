using ProgressBot.Core.Figures.Reading;
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
    private readonly Scopes _scopes;
    private long? _topic;
    private bool _hasFormer;

    public ReplyMatcher(string text, IReadOnlyList<SoughtIndicator> sought, ReplyContext context, MeasureWords measures)
    {
        (_sought, _context) = (sought, context);
        _text = Script.Simplified(Quotes.Blanked(text));
        _mentions = ReplyText.Mentions(text, _text, measures);
        _scopes = new Scopes(_text, context);
        _replaced = _mentions.Find(static mention => mention.IsNegated)?.Figure;
        _corrects = _replaced is not null || ReplyWords.SaysCorrection(_text);
        _choice = new IndicatorChoice(sought, context, measures, _mentions, _corrects);
        _allTotals = ReplyWords.SaysAllCumulative(_text);
        _allParts = ReplyWords.SaysAllIncremental(_text);
    }

    public ReplyReading Run()
    {
        for (var index = 0; index < _mentions.Count; index++)
            Sort(index, _replaced, _corrects);
        DropPercentBesideCount();
        Conclusions.Reconcile(_matched, _doubts, _narrative, _sought, _mentions);
        Conclusions.TakeAsPeers(_matched, _doubts, _mentions, _sought);
        Conclusions.AskAboutSums(_matched, _doubts, _mentions);
        Conclusions.AskIfRepeated(_text, _matched, _doubts, _context);
        var said = new NothingSaid(_sought, _context, _choice);
        var nothing = said.Find(_text, _mentions);
        nothing.RemoveAll(IsAnswered);
        return new ReplyReading(_matched, _doubts, _narrative, nothing)
        {
            Unchanged = [.. said.Unchanged.Where(indicator => !IsAnswered(indicator) && !nothing.Contains(indicator))],
            RestUnchanged = said.RestUnchanged,
        };
    }

    /// <summary>Why <see cref="Run"/> has decided as it did.</summary>
    public IReadOnlyList<FigureReason> Explain()
    {
        Run();
        return _mentions.ConvertAll(mention => new FigureReason(mention.Figure, mention.Before, _choice.Weigh(mention), Decision(mention),
            _doubts.Find(doubt => doubt.Figure == mention.Figure || doubt.Against == mention.Figure)?.Kind));
    }

    private FigureDecision Decision(Mention mention) =>
        _doubts.Exists(doubt => doubt.Figure == mention.Figure || doubt.Against == mention.Figure) ? FigureDecision.Asked
        : _matched.Exists(match => match.Figure == mention.Figure) ? FigureDecision.Taken
        : _choice.IsNoResult(mention) ? FigureDecision.NoResult : FigureDecision.Left;

    private void Sort(int index, FoundFigure? replaced, bool corrects)
    {
        var mention = _mentions[index];
        switch (_choice.Decide(index, _topic, _hasFormer, replaced))
        {
            case Verdict.Belongs belongs when _scopes.IsForeign(mention):
                (_topic, _hasFormer) = (belongs.Candidate.Indicator.Id, true);
                _doubts.Add(Question(mention, new Verdict.Ask(DoubtKind.Scope, [belongs.Candidate])));
                break;
            case Verdict.Ask ask when _scopes.IsForeign(mention):
                _doubts.Add(Question(mention, ask with { Kind = DoubtKind.Scope }));
                break;
            case Verdict.Belongs belongs:
                (_topic, _hasFormer) = (belongs.Candidate.Indicator.Id, false);
                Keep(mention, belongs.Candidate, corrects);
                break;
            case Verdict.Ask ask:
                if (ask.Kind == DoubtKind.UnitOfMeasure && ask.Candidates[0].Indicator.BaseUnit != "元")
                    CheckValue(mention, ask.Candidates[0], corrects);
                _doubts.Add(Question(mention, ask));
                break;
            case Verdict.Narrative told:
                (_topic, _hasFormer) = told.Topic is null ? (_topic, false) : (told.Topic, true);
                if (!mention.IsBare)
                    _narrative.Add(mention.Figure);
                break;
        }
    }

    private void Keep(Mention mention, Candidate candidate, bool corrects)
    {
        if (DatedWords.IsOutside(mention, BasisWords.In(mention.Before) is { Basis: Basis.Cumulative }, _context))
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
            _matched.Add(new MatchedFigure(candidate.Indicator.Id, mention.Figure, counted.Value, counted.Basis, counted.IsSaid, corrects)
            {
                IsConverted = candidate.IsConverted,
            });
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
            Value = ask.Kind == DoubtKind.Percent ? Share(candidate.Indicator, mention.Figure.Normalized) : candidate.Value,
        });
        return new Doubt(ask.Kind, mention.Figure, [.. choices, new DoubtChoice(null, mention.Figure.Normalized, said ?? Basis.Cumulative)], null);
    }

    // two thirds of 400人次 are 267: nobody counts in parts of a person
    private static decimal Share(SoughtIndicator indicator, decimal percent) =>
        indicator.Target * percent / 100 is var value
            && MeasureWords.Default.Find(indicator.BaseUnit) is { IsWhole: true } ? decimal.Round(value) : value;

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

    // an indicator that a figure or a question of the same reply is about is not without
    private bool IsAnswered(long indicator) =>
        _matched.Exists(match => match.IndicatorId == indicator) || _doubts.Exists(doubt => doubt.Choices.Any(choice => choice.IndicatorId == indicator));
}
