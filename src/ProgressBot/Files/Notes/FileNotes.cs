using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Notes;

/// <summary>Collects what a file holds and was not read, with its place. A kind that occurs often is said a few times and then
/// counted.</summary>
sealed class FileNotes
{
    const int MostOfAKind = 8;
    const int LongestQuotation = 40;

    readonly List<(string Code, DraftWarning Warning)> _said = [];
    readonly Dictionary<string, int> _counts = [];

    /// <summary>All notes in the order in which they arose; counts of what was not said singly stand at the end.</summary>
    public IReadOnlyList<DraftWarning> Warnings =>
    [
        .. _said.Select(note => note.Warning),
        .. _counts.Where(kind => kind.Value > MostOfAKind)
            .Select(kind => new DraftWarning(string.Empty,
                FileTexts.Text("note.more", ("count", kind.Value - MostOfAKind), ("what", Kind(kind.Key))))),
    ];

    /// <summary>Says one thing.</summary>
    /// <param name="code">The sentence's key below <c>files.note</c>; the kind by which notes are counted.</param>
    /// <param name="where">The place, as <see cref="Place"/> words it; empty for the whole file.</param>
    /// <param name="arguments">Values of the sentence's placeholders.</param>
    public void Say(string code, string where, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= MostOfAKind)
            _said.Add((code, new DraftWarning(where, FileTexts.Text("note." + code, arguments))));
    }

    /// <summary>The same, but once for a place however often it occurs there.</summary>
    public void SayOnce(string code, string where, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (!_said.Exists(note => note.Code == code && note.Warning.Where == where))
            Say(code, where, arguments);
    }

    /// <summary>A text as it is quoted in a note: one line, cut where it is long.</summary>
    public static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuotation ? line : line[..(LongestQuotation - 1)] + "…";
    }

    string Kind(string code) => _said.Find(note => note.Code == code).Warning.Message.TrimEnd('。');
}
