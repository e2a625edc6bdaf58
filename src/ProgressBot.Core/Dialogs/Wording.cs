using System.Buffers;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>The wording of a language as it stands now; of the default language for null.</summary>
public delegate Wording FindWording(string? locale);

/// <summary>The wording of who speaks from an address.</summary>
public delegate ValueTask<Wording> FindWordingAt(Address address, CancellationToken cancellationToken);

/// <summary>Everything the bot says in one language, by key (<c>report.summary.ask</c>). A text has placeholders <c>{name}</c> and nothing else.</summary>
public sealed partial class Wording(string locale, IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, IReadOnlyList<string>> words)
{
    // by key, what stands before, between and behind the placeholders, and the placeholders' names at the odd places
    readonly Dictionary<string, string[]> _parts = texts.ToDictionary(text => text.Key, text => Placeholder().Split(text.Value));

    public string Locale { get; } = locale;
    public IEnumerable<string> Keys => texts.Keys;
    public IEnumerable<string> WordKeys => words.Keys;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text with its placeholders filled in.</summary>
    /// <exception cref="KeyNotFoundException">No such key; <see cref="DialogCheck"/> finds these before anybody else does.</exception>
    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (!texts.TryGetValue(key, out var text)) throw new KeyNotFoundException($"wording {Locale} has no text for '{key}'");
        if (arguments.Length == 0) return text;
        // the text's own placeholders alone: what somebody typed in braces stays as typed
        var parts = _parts[key];
        var filled = ArrayPool<string>.Shared.Rent(parts.Length);
        for (var index = 0; index < parts.Length; index++) filled[index] = index % 2 == 0 ? parts[index] : Value(parts[index], arguments);
        var whole = string.Concat(filled.AsSpan(0, parts.Length));
        ArrayPool<string>.Shared.Return(filled, clearArray: true);
        return whole;
    }

    static string Value(string placeholder, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        foreach (var (name, value) in arguments)
            if (name == placeholder) return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return $"{{{placeholder}}}";
    }

    /// <summary>A list of words, e.g. all the ways to say a command; empty when there is none.</summary>
    public IReadOnlyList<string> Words(string key) => words.GetValueOrDefault(key) ?? [];

    /// <summary>The placeholders a text has, in order of appearance.</summary>
    public IReadOnlyList<string> Placeholders(string key) => [.. Placeholder().Matches(texts[key]).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}
