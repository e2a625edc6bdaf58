using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Tells whether a clause is about another unit's doing.</summary>
sealed class OtherUnits
{
    const string Together = "与和同跟向给对帮请助";

    readonly string[] _names;
    readonly string[] _own;

    public OtherUnits(IReadOnlyList<Unit> units, IEnumerable<Unit> own)
    {
        var ids = own.Select(unit => unit.Id).ToHashSet();
        _own = [.. units.Where(unit => ids.Contains(unit.Id)).SelectMany(Names)];
        _names = [.. units.Where(unit => !ids.Contains(unit.Id) && !unit.IsGroup).SelectMany(Names).Except(_own)];
    }

    // 区教育局 is also called 教育局
    static IEnumerable<string> Names(Unit unit)
    {
        foreach (var name in unit.Aliases.Append(unit.Name))
        {
            yield return name;
            if (name is ['区' or '县' or '市' or '省', .. { Length: > 2 } rest]) yield return rest;
        }
    }

    /// <summary>True where another unit is named as the one who does it; 与区教育局对接 is one's own doing.</summary>
    public bool Act(ReadOnlySpan<char> clause)
    {
        foreach (var name in _names)
            if (clause.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && !IsPartner(clause, at) && !IsOwn(clause)) return true;
        return false;
    }

    static bool IsPartner(ReadOnlySpan<char> clause, int at)
    {
        if (at > 0 && clause[at - 1] is '区' or '县' or '市' or '省') at--;
        return at > 0 && Together.Contains(clause[at - 1], StringComparison.Ordinal);
    }

    bool IsOwn(ReadOnlySpan<char> clause)
    {
        foreach (var name in _own)
            if (clause.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }
}
