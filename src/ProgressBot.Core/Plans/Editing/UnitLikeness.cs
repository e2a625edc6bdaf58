namespace ProgressBot.Core.Plans.Editing;

/// <summary>Which known units a new name may mean: 区人力资源和社会保障局 and 区人社局 are one.</summary>
public static class UnitLikeness
{
    /// <summary>Units whose name or alias shortens <paramref name="unit"/>'s name or is shortened by it, closest length first; at most three.</summary>
    public static IReadOnlyList<Unit> Of(Unit unit, IEnumerable<Unit> known) =>
    [
        .. known.Where(other => other.Id != unit.Id && other.IsGroup == unit.IsGroup)
            .Where(other => other.Aliases.Append(other.Name).Any(name => Shortens(name, unit.Name) || Shortens(unit.Name, name)))
            .OrderBy(other => Math.Abs(other.Name.Length - unit.Name.Length))
            .Take(3),
    ];

    // the letters of the short name in the order of the long one, with the same last letter; the district in front may be left out
    static bool Shortens(string name, string longer)
    {
        const int shortest = 3;
        if (name.Length < shortest || name.Length >= longer.Length || name[^1] != longer[^1]) return false;
        var next = 0;
        foreach (var letter in longer)
            if (next < name.Length && letter == name[next]) next++;
        return next == name.Length;
    }
}
