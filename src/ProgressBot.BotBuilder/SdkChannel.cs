using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using ProgressBot.Channels;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;
using Reference = ProgressBot.Channels.BotFramework.ConversationReference;
using SdkReference = Microsoft.Bot.Schema.ConversationReference;

namespace ProgressBot.BotBuilder;

/// <summary>The outbox's way out through <see cref="CloudAdapter"/>: every message is a conversation continued.</summary>
internal sealed class SdkChannel(ConversationReferences references, ReplyBuffers buffers, CloudAdapter adapter, BotFrameworkOptions options) : IChannel
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
        var answer = await ContinueAsync(reference, message, cancellationToken);
        if (answer.IsGone)
            await references.BuryAsync(to.Key, cancellationToken);
        return answer.Outcome;
    }

    async Task<ConnectorAnswer> ContinueAsync(Reference reference, Outgoing message, CancellationToken cancellationToken)
    {
        var activity = Wire.ToSdk(OutgoingActivities.Create(reference, message, options.PublicUrl));
        var seen = ConnectorWatch.Begin();
        string? id = null;
        try
        {
            await adapter.ContinueConversationAsync(
                options.AppId, ToSdk(reference), async (turn, stop) => id = (await turn.SendActivityAsync(activity, stop))?.Id, cancellationToken);
            return new ConnectorAnswer(new Delivery.Sent(id));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return seen.Failure(problem);
        }
    }

    static SdkReference ToSdk(Reference reference) => new()
    {
        ActivityId = reference.ActivityId,
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Locale = reference.Locale,
        User = Wire.ToSdk<ChannelAccount>(reference.User),
        Bot = Wire.ToSdk<ChannelAccount>(reference.Bot),
        Conversation = Wire.ToSdk<ConversationAccount>(reference.Conversation),
    };
}
