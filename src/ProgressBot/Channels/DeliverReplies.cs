using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>
/// Sends what waits in the outbox for one address, now, and completes when every message was tried once. For channels that must answer in the HTTP
/// response itself (Bot Framework's expectReplies and invokes): they call <see cref="ReceiveMessage"/>, then this, and pick up what reached them
/// through <see cref="IChannel.SendAsync"/> meanwhile. Leave it unregistered where <see cref="ReceiveMessage"/> completes only after delivery.
/// </summary>
public delegate Task DeliverReplies(Address address, CancellationToken cancellationToken);
