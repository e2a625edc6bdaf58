using System.Buffers;
using System.Collections.Concurrent;

namespace ProgressBot.Core.Dialogs;

/// <summary>All dialogs and all wording, as read at one moment.</summary>
public sealed class DialogBook
{
    public const string DefaultLocale = "zh-CN";

    readonly Dictionary<string, DialogFile> _dialogs;
    readonly Dictionary<string, Wording> _wordings;
    readonly ConcurrentDictionary<string, SearchValues<string>> _words = [];

    DialogBook(Dictionary<string, DialogFile> dialogs, Dictionary<string, Wording> wordings)
    {
        (_dialogs, _wordings) = (dialogs, wordings);
        Commands = new CommandWords(wordings.Values);
    }

    public IReadOnlyDictionary<string, DialogFile> Dialogs => _dialogs;
    public IReadOnlyDictionary<string, Wording> Wordings => _wordings;

    /// <summary>Every word that starts something, in every language.</summary>
    public CommandWords Commands { get; }

    /// <summary>Names of people that a command may mean; empty for every other text.</summary>
    public IReadOnlyList<string> NamesIn(string text) => Need(text) is ("people", _) ? People.NamesIn.Text(text) : [];

    /// <summary>What stands behind a command that asks how messages were delivered; null for every other text.</summary>
    public string? DeliveryOf(string text) => Need(text) is ("delivery", var about) ? about : null;

    /// <summary>Whether a text asks for what the next digest is made of.</summary>
    public bool AsksDigest(string text) => Commands.Find(text, _ => true) is { } said && _dialogs.TryGetValue(said.Command, out var dialog) && dialog.Needs == "digest";

    (string? Needs, string Argument) Need(string text) =>
        Commands.Find(text, _ => false) is { } said && _dialogs.TryGetValue(said.Command, out var dialog) ? (dialog.Needs, said.Argument) : (null, "");

    /// <summary>True when a text has one of a list's words in it, of any language; case does not matter.</summary>
    public bool Says(string list, ReadOnlySpan<char> text) => text.ContainsAny(_words.GetOrAdd(list, static (key, wordings) =>
        SearchValues.Create([.. wordings.SelectMany(wording => wording.Words(key))], StringComparison.OrdinalIgnoreCase), _wordings.Values));

    /// <summary>The wording of a language (of en for en-US), or the default one.</summary>
    public Wording Wording(string? locale) => locale is null ? _wordings[DefaultLocale]
        : _wordings.GetValueOrDefault(locale) ?? _wordings.GetValueOrDefault(locale.Split('-')[0]) ?? _wordings[DefaultLocale];

    /// <summary>Reads a folder's files: <c>*.yaml</c> are flows, <c>locales/*.yaml</c> are wording.</summary>
    /// <param name="files">Path relative to the folder, with forward slashes, and text.</param>
    /// <exception cref="DialogFileException">Names the first file, line and reason.</exception>
    public static DialogBook Read(IEnumerable<(string Path, string Text)> files)
    {
        var dialogs = new Dictionary<string, DialogFile>();
        var wordings = new Dictionary<string, Wording>();
        foreach (var (path, text) in files)
        {
            if (path.StartsWith("locales/", StringComparison.Ordinal))
            {
                var locale = Path.GetFileNameWithoutExtension(path);
                wordings[locale] = DialogFileReader.ReadWording(locale, path, text);
            }
            else
            {
                foreach (var dialog in DialogFileReader.ReadFlows(path, text))
                    if (!dialogs.TryAdd(dialog.Name, dialog)) throw new DialogFileException(dialog.Place, $"dialog '{dialog.Name}' stands in {dialogs[dialog.Name].Place} already");
            }
        }
        if (!wordings.ContainsKey(DefaultLocale)) throw new DialogFileException(new Place($"locales/{DefaultLocale}.yaml", 1), "the default wording is missing");
        return new DialogBook(dialogs, wordings);
    }
}
