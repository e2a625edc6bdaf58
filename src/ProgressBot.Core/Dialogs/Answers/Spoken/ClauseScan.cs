namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Goes through the words of one clause and notes what they state. The more definite word wins: 尚未完成 is not 完成, 预计下月完成 is nothing yet.</summary>
ref struct ClauseScan
{
    // 未能 is about the next verb only if hardly anything stands between
    const int Reach = 6;

    readonly string _text;
    readonly ClauseSigns _signs;
    readonly ReadOnlySpan<TimeNamed> _times;
    int _time;
    int _notUntil = -1;
    bool _planned, _stated;

    ClauseScan(string text, ClauseSigns signs, ReadOnlySpan<TimeNamed> times, bool planned)
    {
        (_text, _signs, _planned) = (text, signs, planned);
        _times = times;
    }

    /// <param name="times">Those of the clause.</param>
    /// <param name="planned">True where the clause before said that the rest is still to come.</param>
    public static ClauseSigns Run(string text, int start, int end, IReadOnlyList<Token> tokens, ReadOnlySpan<TimeNamed> times, bool planned)
    {
        var signs = new ClauseSigns { Start = start, End = end, Tokens = tokens, PlannedFrom = planned ? start : null };
        var scan = new ClauseScan(text, signs, times, planned);
        for (var index = 0; index < tokens.Count; index++) scan.Take(index);
        scan.PassTimes(end);
        signs.IsDenied = scan._notUntil >= 0 && !signs.HasState && signs.PlannedFrom is null && scan.IsAtEnd(scan._notUntil - Reach);
        return signs;
    }

    void Take(int index)
    {
        var token = _signs.Tokens[index];
        PassTimes(token.Start);
        switch (token.Role)
        {
            case WordRole.Already: Settle(); break;
            case WordRole.Marker: _stated = true; break;
            case WordRole.All: (_signs.IsOfAll, _stated) = (true, true); break;
            case WordRole.Now: _signs.IsOfNow = true; break;
            case WordRole.Near: _signs.IsNear |= !_planned; break;
            case WordRole.Others: _signs.IsOthers = true; break;
            case WordRole.Asking: _signs.IsAsked = true; break;
            case WordRole.Not: _notUntil = token.End + Reach; break;
            case WordRole.Planned: Plan(token.Start); break;
            case WordRole.InProgress: TakeGoing(token); break;
            case WordRole.NotStarted: _signs.IsNotStarted |= !_planned; break;
            case WordRole.Start or WordRole.Done or WordRole.Step: TakeVerb(index); break;
            default: break;
        }
    }

    void Settle()
    {
        (_planned, _stated, _notUntil) = (false, true, -1);
        _signs.PlannedFrom = null;
    }

    void Plan(int from)
    {
        if (IsAsOf(from)) return;
        (_planned, _stated) = (true, false);
        _signs.PlannedFrom ??= from;
    }

    // 截至9月底: as of a day, be it still to come
    readonly bool IsAsOf(int day)
    {
        const int near = 10;
        var before = _text.AsSpan(Math.Max(_signs.Start, day - near), day - Math.Max(_signs.Start, day - near));
        return before.Contains("截至", StringComparison.Ordinal) || before.Contains("截止", StringComparison.Ordinal) || _text.AsSpan(day).StartsWith("截至", StringComparison.Ordinal);
    }

    void PassTimes(int before)
    {
        for (; _time < _times.Length && _times[_time].Start < before; _time++)
            if (_times[_time].IsAhead) Plan(_times[_time].Start);
            else if (_times[_time].IsPast) _stated = true;
    }

    bool TakeNot(Token token)
    {
        var negated = token.Start <= _notUntil;
        _notUntil = -1;
        return negated;
    }

    void TakeGoing(Token token)
    {
        if (TakeNot(token)) _signs.IsNotStarted |= !_planned;
        else _signs.IsInProgress |= !_planned;
    }

    void TakeVerb(int index)
    {
        var token = _signs.Tokens[index];
        if (Next(index) is { Role: WordRole.After }) return;
        var negated = TakeNot(token);
        if (_planned) return;
        if (token.End < _signs.End && _text[token.End] == '中' && IsAtEnd(token.End + 1)) _signs.IsInProgress = true;
        else if (negated) TakeNegated(token);
        else if (_stated || token.Role == WordRole.Done || Next(index) is { Role: WordRole.Ending }) TakeStated(token);
        else _signs.Bare.Add(token);
    }

    readonly Token? Next(int index) =>
        index + 1 < _signs.Tokens.Count && _signs.Tokens[index + 1].Start == _signs.Tokens[index].End ? _signs.Tokens[index + 1] : null;

    // nothing but marks, or the end
    readonly bool IsAtEnd(int at) => at >= _signs.End || !char.IsLetter(_text[at]);

    readonly void TakeNegated(Token token)
    {
        if (token.Role == WordRole.Start) _signs.IsNotStarted = true;
        else if (token.Role == WordRole.Done) _signs.IsUnfinished = true;
        else _signs.Untaken.Add(token);
    }

    readonly void TakeStated(Token token)
    {
        if (token.Role == WordRole.Start) _signs.IsInProgress = true;
        else if (token.Role == WordRole.Done) _signs.IsDone = true;
        else _signs.Taken.Add(token);
    }
}
