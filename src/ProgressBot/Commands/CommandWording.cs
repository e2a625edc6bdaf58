using ProgressBot.Core.Dialogs;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>
/// What the command line says: the texts below <c>command</c>, in the default language. The files are read when a text is first needed.
/// </summary>
static class CommandWording
{
    static readonly Lazy<DialogBook> Book = new(() => DialogLibrary.Read(BotFolders.Find(null).Dialogs));

    public static Wording Wording => In(null);

    public static Wording In(string? locale) => Book.Value.Wording(locale);

    public static string Text(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Wording.Text($"command.{key}", arguments);
}
