namespace ProgressBot.Core.Dialogs;

/// <summary>
/// Finds the command a text starts with. A command stands alone (<c>进度</c>), before a space (<c>进度 区商务局</c>), before a number (<c>退回3 …</c>),
/// or directly before a name that is known (<c>催办区商务局</c>); never at the head of an ordinary sentence (<c>进度较慢，…</c>). A stroke in front is
/// a habit
/// from other bots (<c>/进度</c>).
/// </summary>
public sealed class CommandWords
{
    readonly ILookup<char, (string Word, string Command)> _words;

    /// <param name="wordings">Each lists its words under <c>commands.NAME</c>.</param>
    public CommandWords(IEnumerable<Wording> wordings)
    {
        const string prefix = "commands.";
        _words = wordings
            .SelectMany(wording => wording.WordKeys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .SelectMany(key => wording.Words(key).Select(word => (Word: InputText.Fold(word), Command: key[prefix.Length..]))))
            .Distinct()
            .OrderByDescending(word => word.Word.Length)
            .ToLookup(word => word.Word[0]);
    }

    public IEnumerable<string> Names => _words.SelectMany(words => words).Select(word => word.Command).Distinct();

    /// <summary>The command and the rest of the text; null when the text is none.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="isName">Whether a text names something a command can be about (a unit, 未报, 全部).</param>
    public (string Command, string Argument)? Find(string text, Func<string, bool> isName)
    {
        var folded = InputText.Fold(text);
        if (folded is ['/', not '/', ..]) folded = folded[1..].TrimStart();
        if (folded.Length == 0) return null;
        foreach (var (word, command) in _words[folded[0]])
        {
            if (!folded.StartsWith(word, StringComparison.Ordinal)) continue;
            var rest = folded[word.Length..];
            if (rest.Length == 0 || char.IsWhiteSpace(rest[0]) || StandsBeforeNumber(word, rest) || isName(rest)) return (command, rest.Trim());
        }
        return null;
    }

    // an English word before a digit is not a command ("status2"), a Chinese one is ("退回3")
    static bool StandsBeforeNumber(string word, string rest) => char.IsAsciiDigit(rest[0]) && !char.IsAsciiLetter(word[^1]);
}
