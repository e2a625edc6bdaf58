namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>A part of a message: what it is about, then one thing after the other, each with its lines.</summary>
/// <param name="Most">Lines of all things at most, the line about those left out not counted.</param>
/// <param name="More">The line that says how many things are left out.</param>
sealed record TextSection(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Things, int Most, Func<int, string> More)
{
    /// <summary>The lines of some sections that fit into a number of lines, and how many things are left out with sections of which nothing is said.</summary>
    /// <param name="sections">What is most pressing first.</param>
    /// <param name="room">Lines, at least 4.</param>
    public static (IReadOnlyList<string> Lines, int LeftOut) Fit(IReadOnlyList<TextSection> sections, int room)
    {
        var shown = Said(sections, room);
        var left = sections.Skip(shown.Count).Sum(section => section.Things.Count);
        var rooms = Shared([.. shown.Select(section => section.Wanted)], room - shown.Sum(section => section.Head.Count) - (left > 0 ? 1 : 0));
        return ([.. shown.SelectMany((section, index) => section.Lines(rooms[index]))], left);
    }

    // as many as have room for what they are about and one line; one more line says how much is left out
    static IReadOnlyList<TextSection> Said(IReadOnlyList<TextSection> sections, int room)
    {
        var (needed, fitting) = (0, 0);
        foreach (var section in sections)
        {
            needed += section.Head.Count + 1;
            if (needed + (fitting + 1 < sections.Count ? 1 : 0) <= room) fitting++;
            else break;
        }
        return [.. sections.Take(Math.Max(1, fitting))];
    }

    int Wanted => Count(Things) is var count && count <= Most ? count : Most + 1;

    /// <summary>Everybody gets the same, but nobody more than wanted; what is over goes to the others.</summary>
    static int[] Shared(IReadOnlyList<int> wanted, int room)
    {
        var given = new int[wanted.Count];
        for (var (left, more) = (room, true); left > 0 && more;)
        {
            more = false;
            for (var index = 0; index < given.Length && left > 0; index++)
                if (given[index] < wanted[index]) (given[index], left, more) = (given[index] + 1, left - 1, true);
        }
        return given;
    }

    // all of it; else whole things, else the first line of each, and how many more there are
    IEnumerable<string> Lines(int room)
    {
        if (Count(Things) <= Math.Min(room, Most)) return [.. Head, .. Things.SelectMany(thing => thing)];
        var whole = Fitting(Things, Math.Min(room - 1, Most));
        if (whole.Count > 0) return [.. Head, .. whole.SelectMany(thing => thing), More(Things.Count - whole.Count)];
        IReadOnlyList<IReadOnlyList<string>> names = [.. Things.Select(thing => thing.Take(1).ToList())];
        var named = names.Count <= Math.Min(room, Most) ? names : Fitting(names, Math.Min(room - 1, Most));
        return [.. Head, .. named.SelectMany(thing => thing), .. named.Count < names.Count ? [More(names.Count - named.Count)] : Array.Empty<string>()];
    }

    static IReadOnlyList<IReadOnlyList<string>> Fitting(IReadOnlyList<IReadOnlyList<string>> things, int room)
    {
        var (fitting, left) = (0, room);
        while (fitting < things.Count && things[fitting].Count <= left) left -= things[fitting++].Count;
        return [.. things.Take(fitting)];
    }

    static int Count(IEnumerable<IReadOnlyList<string>> things) => things.Sum(thing => thing.Count);
}
