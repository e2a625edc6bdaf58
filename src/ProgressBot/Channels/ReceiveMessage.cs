using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>
/// What a channel does with a message it has verified and mapped: hands it to the turn. Completes when what was said is stored; replies that somebody
/// waits for are in the <see cref="ReplyBuffers"/> by then, the others are on their way.
/// </summary>
public delegate Task ReceiveMessage(Incoming incoming, CancellationToken cancellationToken);

/// <summary>Whoever is known at one address is known at another one from now on. Nothing happens when nobody is, or the other one is somebody's.</summary>
public delegate ValueTask JoinAddresses(Address known, Address other, CancellationToken cancellationToken);
