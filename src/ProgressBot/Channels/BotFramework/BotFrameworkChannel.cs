using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>Teams and every other channel of Azure Bot Service, reached through the Connector at the service URL the person was last heard from.</summary>
internal sealed class BotFrameworkChannel(
    ConversationReferences references, ConnectorClient connector, ReplyBuffers buffers, BotFrameworkOptions options, JoinAddresses join, TimeProvider time) : IChannel
{
    public const string ChannelName = "botframework";

    public string Name => ChannelName;

    public async ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        if (buffers.TryAdd(to, message))
            return new Delivery.Sent(null);
        if (options.IsOff)
            return new Delivery.Later("the channel is switched off");
        var known = await references.FindAsync(to.Key, cancellationToken);
        if (Obstacle(known) is { } obstacle)
            return new Delivery.Dead(obstacle);
        var (reference, failure) = await PlaceAsync(known!.For(time.GetUtcNow()), cancellationToken);
        var answer = failure ?? await SendAsync(reference, message, cancellationToken);
        if (answer.IsGone)
            await references.BuryAsync(reference.Key, cancellationToken);
        return answer.Outcome;
    }

    string? Obstacle(ConversationReference? reference) => reference switch
    {
        null => "nobody was ever heard from this address",
        { DeadSince: not null } => "the person blocked or removed the bot",
        { IsVerified: false } when options.IsProtected => "the service URL did not come with a token",
        _ => null,
    };

    // in a group everybody reads along: what nobody there has asked for goes to the person alone, if Teams lets the bot begin
    async Task<(ConversationReference Place, ConnectorAnswer? Failure)> PlaceAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        if (!reference.IsGroup || reference.ActivityId is not null)
            return (reference, null);
        var answer = await connector.CreateConversationAsync(reference.ServiceUrl, Personal(reference), cancellationToken);
        if (answer.Outcome is Delivery.Later or Delivery.Unknown)
            return (reference, answer);
        if (answer.Id is null)
            return (reference, null);
        var personal = PersonalOf(reference, answer.Id);
        await references.RememberAsync(personal, cancellationToken);
        await join(reference.Address, personal.Address, cancellationToken);
        return (personal, null);
    }

    async Task<ConnectorAnswer> SendAsync(ConversationReference reference, Outgoing message, CancellationToken cancellationToken)
    {
        var activity = OutgoingActivities.Create(reference, message, options.PublicUrl);
        var conversation = reference.ConversationAccount.Id!;
        if (reference.CardId is { } card && await ReplaceAsync(reference, card, activity, cancellationToken) is { } replaced)
            return replaced;
        if (reference.ActivityId is not { } answered)
            return await connector.SendAsync(reference.ServiceUrl, conversation, activity, cancellationToken);
        var answer = await connector.ReplyAsync(reference.ServiceUrl, conversation, answered, activity, cancellationToken);
        // what it answers may have been deleted meanwhile
        return answer is { Outcome: Delivery.Dead { HttpStatus: 404 }, IsGone: false }
            ? await connector.SendAsync(reference.ServiceUrl, conversation, activity with { ReplyToId = null }, cancellationToken)
            : answer;
    }

    // the tapped card shows the answer, as one with Action.Execute does; null when the card cannot be changed any more
    async Task<ConnectorAnswer?> ReplaceAsync(ConversationReference reference, string card, Activity activity, CancellationToken cancellationToken)
    {
        var answer = await connector.UpdateAsync(
            reference.ServiceUrl, reference.ConversationAccount.Id!, card, activity with { Id = card, ReplyToId = null }, cancellationToken);
        if (answer.Outcome is Delivery.Sent or Delivery.Dead)
            references.ForgetCard(reference.Key);
        return answer is { Outcome: Delivery.Dead, IsGone: false } ? null : answer;
    }

    static ConversationParameters Personal(ConversationReference reference) => new()
    {
        Bot = reference.BotAccount,
        Members = [reference.UserAccount],
        TenantId = reference.ConversationAccount.TenantId,
        ChannelData = reference.ConversationAccount.TenantId is { } tenant ? ActivityJson.ToElement(new { tenant = new { id = tenant } }) : null,
    };

    static ConversationReference PersonalOf(ConversationReference reference, string conversationId)
    {
        var conversation = new ConversationAccount
        {
            Id = conversationId,
            ConversationType = TeamsCard.PersonalChat,
            TenantId = reference.ConversationAccount.TenantId,
        };
        return reference with
        {
            Key = ConversationReference.KeyOf(reference.ChannelId, conversationId, reference.UserAccount.Id!),
            Conversation = ActivityJson.Write(conversation),
            Heard = null,
            ActivityId = null,
        };
    }
}
