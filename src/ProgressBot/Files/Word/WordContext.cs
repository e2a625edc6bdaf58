using ProgressBot.Files.Notes;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Word;

/// <summary>What the parts beside the body say, and the notes that reading it leaves.</summary>
internal sealed class WordContext(OfficePackage package, string main)
{
    readonly Dictionary<string, string?> _notes = [];

    public WordNumbering Numbering { get; } = WordNumbering.Load(package, main);
    public WordStyles Styles { get; } = new(package.Load(package.Find(main, "styles", "word/styles.xml")));
    public WordPages Pages { get; } = new();
    public FileNotes Notes { get; } = new();

    /// <summary>The tables met so far, those inside others among them.</summary>
    public int Tables { get; set; }

    /// <summary>Something there was that only Word itself can show, and nothing of it was read.</summary>
    public bool HasForeignPart { get; set; }

    /// <summary>The text of a note at the foot or the end; empty when it is not to be found.</summary>
    /// <param name="kind">footnote or endnote.</param>
    /// <param name="id">The number by which the body refers to it.</param>
    public string Note(string kind, string? id)
    {
        if (_notes.Count == 0)
            foreach (var part in new[] { "footnote", "endnote" })
                foreach (var note in package.Load(package.Find(main, part + "s", $"word/{part}s.xml"))?.Elements() ?? [])
                    _notes[part + (string?)note.Attribute(Wordml.Of("id"))] =
                        string.Concat(note.Descendants(Wordml.Text).Select(text => text.Value)).Trim();
        return _notes.GetValueOrDefault(kind + id) ?? string.Empty;
    }
}
