using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>Teams and every other channel of Azure Bot Service, reached through the Connector at the service URL the person was last heard from.</summary>
internal sealed class BotFrameworkChannel(
    ConversationReferences references, ConnectorClient connector, ReplyBuffers buffers, BotFrameworkOptions options, TimeProvider time) : IChannel
{
    public const string ChannelName = "botframework";

    public string Name => ChannelName;

    public async ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        if (buffers.TryAdd(to, message))
            return new Delivery.Sent(null);
        if (options.IsOff)
            return new Delivery.Later("the channel is switched off");
        var reference = await references.FindAsync(to.Key, cancellationToken);
        if (Obstacle(reference) is { } obstacle)
            return new Delivery.Dead(obstacle);
        var answer = await SendAsync(reference!.For(time.GetUtcNow()), message, cancellationToken);
        if (answer.IsGone)
            await references.BuryAsync(to.Key, cancellationToken);
        return answer.Outcome;
    }

    /// <summary>Opens a private conversation with somebody known from a group, and gives its address; null when the channel did not.</summary>
    public async Task<Address?> OpenPersonalAsync(Address known, CancellationToken cancellationToken)
    {
        var reference = await references.FindAsync(known.Key, cancellationToken);
        if (Obstacle(reference) is not null)
            return null;
        var answer = await connector.CreateConversationAsync(reference!.ServiceUrl, Personal(reference), cancellationToken);
        if (answer.Id is null)
            return null;
        var personal = PersonalOf(reference, answer.Id);
        await references.RememberAsync(personal, cancellationToken);
        return personal.Address;
    }

    string? Obstacle(ConversationReference? reference) => reference switch
    {
        null => "nobody was ever heard from this address",
        { DeadSince: not null } => "the person blocked or removed the bot",
        { IsVerified: false } when options.IsProtected => "the service URL did not come with a token",
        _ => null,
    };

    async Task<ConnectorAnswer> SendAsync(ConversationReference reference, Outgoing message, CancellationToken cancellationToken)
    {
        var activity = OutgoingActivities.Create(reference, message, options.PublicUrl);
        var conversation = reference.ConversationAccount.Id!;
        if (reference.ActivityId is not { } answered)
            return await connector.SendAsync(reference.ServiceUrl, conversation, activity, cancellationToken);
        var answer = await connector.ReplyAsync(reference.ServiceUrl, conversation, answered, activity, cancellationToken);
        // what it answers may have been deleted meanwhile
        return answer is { Outcome: Delivery.Dead { HttpStatus: 404 }, IsGone: false }
            ? await connector.SendAsync(reference.ServiceUrl, conversation, activity with { ReplyToId = null }, cancellationToken)
            : answer;
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
            ConversationType = "personal",
            TenantId = reference.ConversationAccount.TenantId,
        };
        return reference with
        {
            Key = ConversationReference.KeyOf(reference.ChannelId, conversationId, reference.UserAccount.Id!),
            Conversation = JsonSerializer.Serialize(conversation, ActivityJson.Options),
            ActivityId = null,
        };
    }
}
