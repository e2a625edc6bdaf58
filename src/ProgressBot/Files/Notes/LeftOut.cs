using System.Text;

namespace ProgressBot.Files.Notes;

/// <summary>What was not read in one paragraph or one row of a table, by kind, until it is said with its place.</summary>
sealed class LeftOut
{
    readonly Dictionary<string, StringBuilder> _kinds = [];

    public bool IsEmpty => _kinds.Count == 0;

    /// <param name="code">The kind, below <c>files.note</c>.</param>
    /// <param name="text">The words; empty where there are none.</param>
    public void Add(string code, string text = "")
    {
        if (!_kinds.TryGetValue(code, out var words))
            words = _kinds[code] = new StringBuilder();
        if (words.Length < 200)
            words.Append(text);
    }

    /// <summary>Adds what another has.</summary>
    public void Add(LeftOut other)
    {
        foreach (var (code, words) in other._kinds)
            Add(code, words.ToString());
    }

    public bool Has(string code) => _kinds.ContainsKey(code);

    /// <summary>Says everything and is empty again.</summary>
    public void SayTo(FileNotes notes, string where)
    {
        foreach (var (code, words) in _kinds)
            notes.Say(code, where, ("text", FileNotes.Quote(words.ToString())));
        _kinds.Clear();
    }
}
