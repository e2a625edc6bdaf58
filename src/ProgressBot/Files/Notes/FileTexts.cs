using ProgressBot.Core.Dialogs;

namespace ProgressBot.Files.Notes;

/// <summary>The sentences about files, from the locales. Drafts keep them as text, so they are said in the default language.</summary>
static class FileTexts
{
    static readonly Lazy<Wording> Default = new(Read);

    /// <param name="code">The key below <c>files</c>.</param>
    /// <param name="arguments">Values of the placeholders.</param>
    public static string Text(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Default.Value.Text("files." + code, arguments);

    static Wording Read()
    {
        var file = $"locales/{DialogBook.DefaultLocale}.yaml";
        return DialogFileReader.ReadWording(DialogBook.DefaultLocale, file,
            File.ReadAllText(Path.Combine(BotFolders.Find(null).Dialogs, file)));
    }
}
