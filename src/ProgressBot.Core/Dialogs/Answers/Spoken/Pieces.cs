namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Cuts a clause where one thing ends and the next begins though no comma stands between: 智邦大厦已开工、智谷大厦已兑现返利.</summary>
sealed class Pieces(string text, List<Token> tokens, List<TimeNamed> times, NamedTasks names)
{
    // names are looked for in so many letters of a piece when it is to be cut where no mark stands
    const int Looked = 200;

    /// <summary>The statements of a clause in order; a piece that states nothing goes with its neighbour: 智邦大厦和智谷大厦都已完成.</summary>
    public List<ClauseSigns> Of(Clause clause, bool planned)
    {
        var parts = Cut(clause).ConvertAll(part => (part.Start, part.End, part.IsHard, Signs: Scan(part.Start, part.End, planned)));
        if (parts.Count == 1) return [parts[0].Signs];
        return Joined(clause, parts.ConvertAll(part => (part.Start, part.End, part.IsHard, part.Signs.HasState))).ConvertAll(part => Scan(part.Start, part.End, planned));
    }

    List<(int Start, int End)> Joined(Clause clause, List<(int Start, int End, bool IsHard, bool States)> parts)
    {
        var last = parts.FindLastIndex(part => part.States);
        var (joined, start, states) = (new List<(int, int)>(), clause.Start, false);
        for (var index = 0; index < parts.Count; index++)
        {
            states |= parts[index].States;
            var ends = states && index < last && (parts[index + 1].IsHard || (Names(start, parts[index].End) && Names(parts[index + 1].Start, clause.End)));
            if (!ends && index < parts.Count - 1) continue;
            joined.Add((start, parts[index].End));
            (start, states) = (parts[index].End, false);
        }
        return joined;
    }

    bool Names(int start, int end) => names.In(text.AsSpan(start, Math.Min(end - start, Looked))).Goals.Count > 0;

    // hard at 、 and blanks; behind 了 only between two names
    List<(int Start, int End, bool IsHard)> Cut(Clause clause)
    {
        var (parts, start, isHard) = (new List<(int, int, bool)>(), clause.Start, true);
        for (var at = clause.Start + 1; at < clause.End; at++)
        {
            var cuts = text[at] is '、' || (char.IsWhiteSpace(text[at]) && !char.IsAsciiLetterOrDigit(text[at - 1]));
            if (!cuts && text[at - 1] != '了') continue;
            parts.Add((start, at, isHard));
            (start, isHard) = (at, cuts);
        }
        parts.Add((start, clause.End, isHard));
        return parts;
    }

    ClauseSigns Scan(int start, int end, bool planned) => ClauseScan.Run(text, start, end,
        Stretch.Within(tokens, start, end, token => token.Start).ToArray(), Stretch.Within(times, start, end, time => time.Start), planned);
}
