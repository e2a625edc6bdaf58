using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The web chat as a channel: what the bot says is added to the conversation, and is there whenever the person looks.</summary>
internal sealed class WebChatChannel(ConversationLog log, Conversations conversations) : IChannel
{
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    /// <summary>Adds the message; the same key twice is one message.</summary>
    public async ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        try
        {
            if (await conversations.FindAsync(to.Key, cancellationToken) is null)
                return new Delivery.Dead("there is no such conversation");
            var activity = ActivityMapping.ToActivity(message) with { ChannelId = ChannelName, From = IncomingActivities.Bot };
            var logged = await log.AppendAsync(to.Key, activity, $"bot:{key}", cancellationToken);
            return new Delivery.Sent(logged.ActivityId);
        }
        catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException)
        {
            return new Delivery.Later(failure.Message);
        }
    }
}
