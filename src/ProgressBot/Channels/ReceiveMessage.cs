using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>
/// What a channel does with a message it has verified and mapped: hands it to the turn. Completes when what was said is stored; replies that somebody
/// waits for are in the <see cref="ReplyBuffers"/> by then, the others are on their way.
/// </summary>
public delegate Task ReceiveMessage(Incoming incoming, CancellationToken cancellationToken);
