using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>
/// Finds out how far goals are. A state counts for a goal only if the clause names it, or the bot asked for it, or it is the unit's only one and nothing else
/// claims the words.
/// </summary>
sealed class StateReader
{
    readonly SpokenWords _words;
    readonly Message _message;
    readonly NamedTasks _names;
    readonly Pieces _pieces;
    readonly ListMarks _marks;
    readonly OtherUnits _others;
    readonly Remainder _remainder;
    readonly CountedGoals _counted;
    readonly List<Goal> _goals;

    // what was named last, and in which sentence
    IReadOnlyList<Goal> _topic = [];
    Sentence? _topicAt;

    public StateReader(SpokenWords words, Message message, NamedTasks names, IReadOnlyList<Sentence> sentences)
    {
        var times = TimeNamed.In(message.Text, message.Today);
        (_words, _message, _names) = (words, message, names);
        _pieces = new Pieces(message.Text, words.In(message.Text.ToLowerInvariant()), times, names);
        _marks = new ListMarks(message, sentences, names);
        _others = new OtherUnits(message.Units, message.Tasks.Select(task => task.Unit));
        _remainder = new Remainder(message, times);
        _counted = new CountedGoals(words, message, Told, NotResults);
        _goals = [.. names.Goals.Where(goal => goal.AsksState)];
    }

    public ToldStates Told { get; } = new();
    public List<SentenceReading> Readings { get; } = [];
    public List<(int Start, int End)> NotResults { get; } = [];

    public void Take(Sentence sentence)
    {
        var reading = new SentenceReading(sentence);
        Readings.Add(reading);
        var text = _message.Text.AsSpan(sentence.Start, sentence.End - sentence.Start);
        if (sentence.IsQuestion || SpokenWords.Says(_words.Questions, text)) return;
        reading.IsAssisting = SpokenWords.Says(_words.Assisting, text);
        var planned = false;
        foreach (var clause in sentence.Clauses)
        {
            var pieces = _pieces.Of(clause, planned);
            foreach (var piece in pieces) Take(piece, clause, reading);
            planned = pieces[^1] is { PlannedFrom: not null, HasState: false };
        }
    }

    ReadOnlySpan<char> TextOf(ClauseSigns piece) => _message.Text.AsSpan(piece.Start, piece.End - piece.Start).Trim(" 　、");

    SpokenFigure[] FiguresIn(ClauseSigns piece) =>
        [.. _message.Figures.Skip(Stretch.FirstFrom(_message.Figures, piece.Start, figure => figure.Start)).TakeWhile(figure => figure.Start < piece.End)];

    void Take(ClauseSigns piece, Clause clause, SentenceReading reading)
    {
        var (figures, stated) = (FiguresIn(piece), reading.Stated);
        var naming = _names.In(_message.Text.AsSpan(piece.Start, piece.End - piece.Start));
        Note(piece, figures, naming, reading);
        if (!piece.IsAsked) Understand(piece, clause, figures, naming, reading);
        var isPlain = reading.Stated > stated || _words.IsChat(TextOf(piece))
            || ((figures.Length > 0 || naming.IsStrong) && !piece.HasState && !_remainder.Any(piece, naming.Covered));
        reading.SaysMore |= !isPlain && !(figures.Any(figure => figure.ReportId is not null) && !_remainder.Any(piece, naming.Covered));
    }

    // what a sentence is about, and which of its figures are no results
    void Note(ClauseSigns piece, SpokenFigure[] figures, Naming naming, SentenceReading reading)
    {
        if (piece.PlannedFrom is { } from)
        {
            reading.IsPlanned = true;
            if (figures.Length > 0) NotResults.Add((from, piece.End));
        }
        reading.Name(figures.Select(figure => figure.ReportId).OfType<int>());
        if (naming.IsStrong) reading.Name(naming.Goals.Select(goal => goal.Task.Report.Id));
    }

    void Understand(ClauseSigns piece, Clause clause, SpokenFigure[] figures, Naming naming, SentenceReading reading)
    {
        if (reading.IsAssisting || piece.IsOthers || naming.IsForeign || _others.Act(TextOf(piece))) SetTopic([], reading);
        else if (!piece.HasState) TakeName(piece, naming, figures, reading);
        else if (naming.Goals.Count > 0 && (naming.IsStrong || !_remainder.Any(piece, naming.Covered))) TakeNamed(piece, naming.Goals, naming.Covered, figures, reading);
        else if (naming.IsStrong) TakeTied(piece, naming, figures, reading);
        else TakeUnnamed(piece, clause, naming, figures, reading);
    }

    void SetTopic(IReadOnlyList<Goal> goals, SentenceReading reading) => (_topic, _topicAt) = (goals, reading.Sentence);

    // 智邦大厦，正在施工: a name alone is what the next words are about; 签订指标置换协议 alone may say that it is done
    void TakeName(ClauseSigns piece, Naming naming, SpokenFigure[] figures, SentenceReading reading)
    {
        if (naming is { IsStrong: true, Goals.Count: > 0 }) SetTopic(naming.Goals, reading);
        if (Array.Exists(figures, figure => figure.ReportId is not null))
            SetTopic([.. _names.Goals.Where(goal => !goal.AsksState && Array.Exists(figures, figure => figure.ReportId == goal.Task.Report.Id))], reading);
        if (naming is not { IsStrong: true, Goals: [{ AsksState: true } goal] } || figures.Length > 0 || piece.PlannedFrom is not null) return;
        if (_remainder.Any(piece, naming.Covered) || !piece.Bare.Exists(verb => verb.Role == WordRole.Step && _words.Ends(verb.Kind, goal.Words))) return;
        reading.Stated++;
        Told.AskWhetherDone(goal, TextOf(piece).ToString());
    }

    void TakeNamed(ClauseSigns piece, IReadOnlyList<Goal> goals, bool[] covered, SpokenFigure[] figures, SentenceReading reading)
    {
        SetTopic(goals, reading);
        foreach (var goal in goals) Put(piece, goal, goals.Count, covered, figures, reading);
    }

    // several items share the words: all of them if it says so, else one of them
    void TakeTied(ClauseSigns piece, Naming naming, SpokenFigure[] figures, SentenceReading reading)
    {
        var goals = naming.Rivals.SelectMany(task => AskedOf(task)).ToList();
        if (piece.IsOfAll) TakeNamed(piece, goals, naming.Covered, figures, reading);
        else Ask(piece, goals, naming.Covered, reading);
    }

    void TakeUnnamed(ClauseSigns piece, Clause clause, Naming naming, SpokenFigure[] figures, SentenceReading reading)
    {
        var isBare = !_remainder.Any(piece, new bool[piece.End - piece.Start]);
        if (Meant(piece, clause, isBare, figures, reading) is { } meant)
        {
            foreach (var goal in meant) Put(piece, goal, meant.Count, naming.Covered, figures, reading);
            return;
        }
        if (figures.Length > 0 || piece.IsDenied || _goals.Count == 0 || (!isBare && IsOnlyUnderWay(piece) && naming.Rivals.Count == 0)) return;
        if (naming.Rivals.Count > 0 && piece.IsOfAll && !_remainder.Any(piece, naming.Covered)) TakeTied(piece, naming, figures, reading);
        else Ask(piece, naming.Rivals.SelectMany(task => AskedOf(task)).ToList() is { Count: > 0 } likely ? likely : _goals, naming.Covered, reading);
    }

    // 洽谈很有成效: of what nothing is named, and nothing has ended; it stays words
    static bool IsOnlyUnderWay(ClauseSigns piece) => piece is { IsInProgress: true, IsDone: false, IsNotStarted: false, IsUnfinished: false } && piece.Taken.Count + piece.Untaken.Count == 0;

    // of an item with numbers the goals beside them; which one, where there are several, nobody can tell
    IEnumerable<Goal> AskedOf(ReportTask task) => _names.Of(task).Where(goal => goal.AsksState).ToList() is [var only] ? [only] : _names.Of(task).Where(goal => goal is { AsksState: true, Milestone.IsBeside: false }).Take(1);

    // null where it is open; the first rule that holds wins
    IReadOnlyList<Goal>? Meant(ClauseSigns piece, Clause clause, bool isBare, SpokenFigure[] figures, SentenceReading reading)
    {
        if (clause.Number is { } number && _marks.Mean(isBare)) return Numbered(number);
        var isSame = ReferenceEquals(_topicAt, reading.Sentence);
        if (_topic.Count > 0 && (isSame || (isBare && clause.Number is null && reading.Sentence.Line - _topicAt!.Line <= 1))) return _topic;
        if (_message.Asked is { } asked && _goals.FindAll(goal => goal.Task.Report.Id == asked) is { Count: > 0 } expected) return expected[..1];
        if (!isBare || piece.IsDenied || figures.Length > 0) return null;
        return _goals.Count == 1 || piece.IsOfAll ? _goals : null;
    }

    List<Goal> Numbered(int number)
    {
        var goals = _names.Goals.Where(goal => goal.Task.Number == number).ToList();
        return goals.FindIndex(goal => !goal.Milestone.IsBeside) is >= 0 and var whole ? [goals[whole]] : goals;
    }

    void Ask(ClauseSigns piece, IEnumerable<Goal> likely, bool[] covered, SentenceReading reading)
    {
        reading.Stated++;
        Told.Ask(likely.Select(goal => (goal, GoalState.Of(_words, goal, piece, IsPart(piece, goal, covered)) ?? MilestoneState.InProgress)), TextOf(piece).ToString());
    }

    bool IsPart(ClauseSigns piece, Goal goal, bool[] covered) =>
        _remainder.HasPart(piece, goal) || _remainder.Any(piece, covered) || Share.IsOf(_message.Text, piece.Start, piece.End);

    void Put(ClauseSigns piece, Goal goal, int named, bool[] covered, SpokenFigure[] figures, SentenceReading reading)
    {
        reading.Name([goal.Task.Report.Id]);
        if (!goal.AsksState) reading.Stated += _counted.Take(piece, goal, named, figures) ? 1 : 0;
        else if (goal.Task.Report.Role == UnitRole.Assist && goal.Task.Item.Indicators.Count > 0 && figures.Length > 0) reading.IsAssisting = true;
        else if (GoalState.Of(_words, goal, piece, IsPart(piece, goal, covered)) is { } state)
        {
            reading.Stated++;
            Told.Put(goal, state, TextOf(piece).ToString(), piece.IsOfNow);
        }
    }
}
