using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>
/// Sends what waits in the outbox for one address, now, and completes when every message was tried once. For channels that must answer in the HTTP
/// response itself (Bot Framework's expectReplies and invokes): they open a <see cref="ReplyBuffers">buffer</see>, call <see cref="ReceiveMessage"/>,
/// then this, and answer with what is in the buffer. Left unregistered where the turn fills the buffer before <see cref="ReceiveMessage"/> completes.
/// </summary>
public delegate Task DeliverReplies(Address address, CancellationToken cancellationToken);
