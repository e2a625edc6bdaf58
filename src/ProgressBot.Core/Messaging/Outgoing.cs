namespace ProgressBot.Core.Messaging;

/// <summary>One message of the bot, in the form every channel can show: text, and a few buttons whose text works when typed, too.</summary>
public sealed record Outgoing(string Text)
{
    /// <summary>In the order shown; at most six, so that they fit a phone.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>A table to be shown as a card where the channel has cards. <see cref="Text"/> says the same in words.</summary>
    public Table? Table { get; init; }

    /// <summary>A file the person may download, as an absolute path on our own server; null for none.</summary>
    public Link? Download { get; init; }
}

/// <summary>A button. Tapping it sends <see cref="Text"/>; <see cref="Data"/> travels along where the channel can carry it.</summary>
/// <param name="Text">What the button shows and what is sent when it is tapped or typed.</param>
/// <param name="Data">What the tap refers to (report, version …), so that an old button can be told from a live one. Null for none.</param>
public sealed record Button(string Text, IReadOnlyDictionary<string, string>? Data = null);

/// <summary>A small table: a header and rows of the same width, shown as a card.</summary>
public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A titled link.</summary>
public sealed record Link(string Title, string Url);
