using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Turns;

namespace ProgressBot.Tests.World;

/// <summary>The repository's own wording, for hosts that are built without the bot.</summary>
internal static class Wordings
{
    public static DialogBook Book { get; } = DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs"));

    public static Wording Find(string? locale) => Book.Wording(locale);

    public static ValueTask<Wording> FindAt(Address address, CancellationToken cancellationToken) => new(Book.Wording(null));
}
