using Microsoft.Bot.Builder.Integration.AspNet.Core;
using ProgressBot.Channels;
using ProgressBot.Channels.Activities;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.BotBuilder;

/// <summary>The outbox's way out through <see cref="CloudAdapter"/>: every message is a conversation continued.</summary>
internal sealed class SdkChannel(
    ConversationReferences references, ReplyBuffers buffers, CloudAdapter adapter, BotFrameworkOptions options, TimeProvider time,
    ILogger<SdkChannel> log) : IChannel
{
    readonly TrustedHosts hosts = new(options.Endpoints.Hosts, options.AllowLoopbackConnector || !options.IsProtected);

    public string Name => BotFrameworkChannel.ChannelName;

    public async ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        if (buffers.TryAdd(to, message))
            return new Delivery.Sent(null);
        var reference = await references.FindAsync(to.Key, cancellationToken);
        if (reference is null or { DeadSince: not null } || reference.IsVerified != options.IsProtected || !hosts.Allow(reference.ServiceUrl))
            return new Delivery.Dead("nobody can be reached at this address");
        var place = reference.For(time.GetUtcNow());
        var answer = await ContinueAsync(place, message, cancellationToken);
        // what it answers may have been deleted meanwhile
        if (place.ActivityId is not null && answer is { Outcome: Delivery.Dead { HttpStatus: 404 }, IsGone: false })
            answer = await ContinueAsync(place with { ActivityId = null }, message, cancellationToken);
        if (answer.Outcome is not Delivery.Sent)
            log.LogWarning("The Connector took no message: {Outcome}", answer.Outcome);
        if (answer.IsGone)
            await references.BuryAsync(to.Key, cancellationToken);
        return answer.Outcome;
    }

    async Task<ConnectorAnswer> ContinueAsync(ConversationReference reference, Outgoing message, CancellationToken cancellationToken)
    {
        var activity = Wire.ToSdk(OutgoingActivities.Create(reference, message, options.PublicUrl));
        var seen = ConnectorWatch.Begin();
        try
        {
            await adapter.ContinueConversationAsync(
                options.AppId, Wire.ToSdk(Continuation(reference)), (turn, stop) => turn.SendActivityAsync(activity, stop), cancellationToken);
            return seen.Answer ?? new ConnectorAnswer(new Delivery.Sent(null));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return seen.Failure(problem);
        }
    }

    // what the SDK takes to have come in; its own would carry an id made up, and answer that
    static Activity Continuation(ConversationReference reference) => new()
    {
        Type = ActivityTypes.Event,
        Name = "ContinueConversation",
        Id = reference.ActivityId,
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Locale = reference.Locale,
        From = reference.UserAccount,
        Recipient = reference.BotAccount,
        Conversation = reference.ConversationAccount,
    };
}
