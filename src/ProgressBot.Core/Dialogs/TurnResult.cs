using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>What one turn leads to: the talk's new state, the answers in order, messages to other people, and what is to be written down.</summary>
public sealed record TurnResult(Session Session, IReadOnlyList<Outgoing> Replies, IReadOnlyList<Notice> Notices, IReadOnlyList<DialogEvent> Events);

/// <summary>A message to somebody else.</summary>
/// <param name="About">The number of the nudge it is; null for everything else.</param>
public sealed record Notice(int PersonId, Outgoing Message, string? About = null)
{
    /// <summary>The notice on its way to where the person was heard from last; null when the person is not known or cannot be reached.</summary>
    public Letter? ToLetter(Facts facts, string key) =>
        facts.PersonWith(PersonId)?.Address is { } address ? new Letter(PersonId, address, Message, key, LetterKind.Notice, About) : null;
}
