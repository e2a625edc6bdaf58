using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>What one turn leads to: the talk's new state, the answers in order, messages to other people, and what is to be written down.</summary>
public sealed record TurnResult(Session Session, IReadOnlyList<Outgoing> Replies, IReadOnlyList<Notice> Notices, IReadOnlyList<DialogEvent> Events);

/// <summary>A message to somebody else.</summary>
/// <param name="About">The number of the nudge it is; null for everything else.</param>
public sealed record Notice(int PersonId, Outgoing Message, string? About = null);
