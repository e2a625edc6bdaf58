namespace ProgressBot.Core.Reminding;

/// <summary>Where a plan's digests depart from the office's; what is null is as there.</summary>
public sealed record DigestSettings
{
    static readonly Dictionary<string, DigestCycles> CycleWords = new()
    {
        ["none"] = DigestCycles.None,
        ["weekly"] = DigestCycles.Weekly,
        ["monthly"] = DigestCycles.Monthly,
        ["quarterly"] = DigestCycles.Quarterly,
        ["half-yearly"] = DigestCycles.HalfYearly,
        ["yearly"] = DigestCycles.Yearly,
    };

    static readonly Dictionary<string, DayOfWeek> DayWords = Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString().ToLowerInvariant());

    public static DigestSettings None { get; } = new();

    public DigestCycles? Cycles { get; init; }
    public DayOfWeek? Day { get; init; }
    public TimeOnly? Time { get; init; }

    /// <summary>Whether coordinators are told beforehand, and when.</summary>
    public bool? Told { get; init; }
    public TimeOnly? Notice { get; init; }
    public bool? Units { get; init; }

    /// <summary>The plan's own schedule.</summary>
    public DigestSchedule Over(DigestSchedule office) => office with
    {
        Cycles = Cycles ?? office.Cycles,
        Day = Day ?? office.Day,
        Time = Time ?? office.Time,
        Notice = Told ?? office.Notice is not null ? Notice ?? office.Notice ?? DigestSchedule.Default.Notice : null,
        Units = Units ?? office.Units,
    };

    /// <summary>With other days: cycles, a weekday (which means weekly), a time of day, in any order; <c>default</c> alone is the office's. Null for words that mean nothing.</summary>
    public DigestSettings? WithDays(IReadOnlyList<string> words, Func<string, TimeOnly?> time)
    {
        if (words is ["default"]) return this with { Cycles = null, Day = null, Time = null };
        var (cycles, changed) = ((DigestCycles?)null, this);
        foreach (var word in words)
            if (CycleWords.TryGetValue(word, out var cycle)) cycles = (cycles ?? DigestCycles.None) | cycle;
            else if (DayWords.TryGetValue(word, out var day)) changed = changed with { Day = day };
            else if (time(word) is { } at) changed = changed with { Time = at };
            else return null;
        return changed with { Cycles = words.Any(DayWords.ContainsKey) ? (cycles ?? Cycles ?? DigestCycles.None) | DigestCycles.Weekly : cycles ?? Cycles };
    }
}
