using ProgressBot.Files.Notes;

namespace ProgressBot.Files;

/// <summary>A file that cannot be read as a plan. The message is one sentence for the person who sent it, in the default
/// language.</summary>
public sealed class UnreadableFileException : Exception
{
    /// <param name="code">The sentence's key below <c>files.refused</c> in the locales.</param>
    /// <param name="cause">What the reader ran into, for the log.</param>
    /// <param name="arguments">Values of the sentence's placeholders.</param>
    internal UnreadableFileException(string code, Exception? cause = null, params (string Name, object? Value)[] arguments)
        : base(FileTexts.Text("refused." + code, arguments), cause) => (Code, Arguments) = (code, arguments);

    /// <summary>Which sentence; the same in every language.</summary>
    public string Code { get; }

    /// <summary>Values of the sentence's placeholders.</summary>
    public IReadOnlyList<(string Name, object? Value)> Arguments { get; }
}
