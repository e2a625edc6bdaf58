using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>What a channel does with a message it has verified and mapped: hands it to the turn. Completes when what was said is stored.</summary>
public delegate Task ReceiveMessage(Incoming incoming, CancellationToken cancellationToken);
