namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What is left of a clause when names, words that say nothing, verbs, figures and times are gone: the sign that it is about something of its own.</summary>
sealed class Remainder(Message message, List<TimeNamed> times)
{
    const int Word = 2;
    const string Numerals = "一二三四五六七八九十百千万亿两半几多成分之";

    readonly string[] _own =
    [
        .. message.Tasks.Select(task => task.Unit).DistinctBy(unit => unit.Id).SelectMany(unit => unit.Aliases.Append(unit.Name)).Where(name => name.Length > 0),
    ];

    readonly List<SpokenFigure> _figures = [.. message.Figures];

    /// <summary>Whether a word is left, circumstances (在杭州, 经多次协调) aside.</summary>
    public bool Any(ClauseSigns signs, bool[] covered)
    {
        var known = Known(signs, covered);
        var (run, next, aside) = (0, 0, false);
        for (var at = signs.Start; at < signs.End; at++)
        {
            while (next < signs.Tokens.Count && signs.Tokens[next].End <= at) next++;
            if (known[at - signs.Start])
            {
                run = 0;
                aside = IsAside(signs, next, at, aside, covered[at - signs.Start]);
            }
            else if (!char.IsLetter(message.Text[at]) || Numerals.Contains(message.Text[at], StringComparison.Ordinal)) run = 0;
            else if (++run >= Word && !aside) return true;
        }
        return false;
    }

    // a circumstance ends where a name or a verb stands
    static bool IsAside(ClauseSigns signs, int token, int at, bool aside, bool isName) =>
        token < signs.Tokens.Count && signs.Tokens[token].Start <= at ? signs.Tokens[token].Role == WordRole.At || (aside && signs.Tokens[token].Role == WordRole.Filler) : aside && !isName;

    /// <summary>Whether a part of a whole is named, by a word that the goal has not in its own wording.</summary>
    public bool HasPart(ClauseSigns signs, Goal goal)
    {
        foreach (var token in signs.Tokens)
            if (token.Role == WordRole.Part && !goal.Words.AsSpan().Contains(message.Text.AsSpan(token.Start, token.End - token.Start), StringComparison.Ordinal)) return true;
        return false;
    }

    bool[] Known(ClauseSigns signs, bool[] covered)
    {
        var known = (bool[])covered.Clone();
        foreach (var token in signs.Tokens)
            if (token.Role != WordRole.Plain) Mark(known, signs, token.Start, token.End);
        foreach (var figure in Stretch.Within(_figures, signs.Start, signs.End, figure => figure.Start)) Mark(known, signs, figure.Start, figure.End);
        foreach (var time in Stretch.Within(times, signs.Start, signs.End, time => time.Start)) Mark(known, signs, time.Start, time.End);
        foreach (var name in _own)
            for (var at = message.Text.IndexOf(name, signs.Start, signs.End - signs.Start, StringComparison.Ordinal); at >= 0;
                at = message.Text.IndexOf(name, at + 1, signs.End - at - 1, StringComparison.Ordinal))
                Mark(known, signs, at, at + name.Length);
        return known;
    }

    static void Mark(bool[] known, ClauseSigns signs, int start, int end) => known.AsSpan(start - signs.Start, Math.Min(end, signs.End) - start).Fill(true);
}
