using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What the Connector said to one request.</summary>
/// <param name="Outcome">For the outbox.</param>
/// <param name="IsGone">True when nothing will ever reach this conversation again: the person blocked or removed the bot, or the conversation is no more.</param>
/// <param name="ServiceUrl">Of a new conversation, when the Connector moved it elsewhere.</param>
internal sealed record ConnectorAnswer(Delivery Outcome, bool IsGone = false, string? ServiceUrl = null)
{
    /// <summary>The id the Connector gave to the activity, or to the new conversation; null when it gave none, which is no failure.</summary>
    public string? Id => (Outcome as Delivery.Sent)?.Id;
}
