using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What becomes of an activity whose sender is settled: remembered, handed to the turn, and answered where the answer belongs in the response.</summary>
internal sealed class InboundActivities(
    ConversationReferences references, ReplyBuffers buffers, InboundFiles files, IEnumerable<IChannel> channels, BotFrameworkOptions options,
    ReceiveMessage receive, TimeProvider time, IHostApplicationLifetime lifetime)
{
    const string ExpectReplies = "expectReplies";

    readonly IChannel channel = channels.Single(channel => channel.Name == BotFrameworkChannel.ChannelName);

    /// <param name="verified">The service URL came with a token.</param>
    public async Task<InboundAnswer> TakeAsync(Activity activity, bool verified, CancellationToken cancellationToken)
    {
        if (activity is { Type: ActivityTypes.Invoke, Name: not CardTap.InvokeName })
            return new InboundAnswer(StatusCodes.Status501NotImplemented);
        if (IncomingMapping.PersonOf(activity) is not { } person)
            return InboundAnswer.Taken;
        if (!IncomingMapping.IsAddressed(activity, person))
            return InboundAnswer.Refused("MissingProperty", "channelId, serviceUrl, conversation.id or from.id is missing or unusable.");
        var reference = ConversationReference.Of(activity, person, verified, time.GetUtcNow());
        return activity.Type switch
        {
            ActivityTypes.InstallationUpdate => await InstallAsync(activity, reference, cancellationToken),
            ActivityTypes.Invoke => await TapAsync(activity, reference, cancellationToken),
            _ => await HearAsync(activity, reference, cancellationToken),
        };
    }

    // the greeting comes with the conversation update that accompanies an installation; here it would be a second one
    async Task<InboundAnswer> InstallAsync(Activity activity, ConversationReference reference, CancellationToken cancellationToken)
    {
        if (activity.Action is "remove" or "remove-upgrade")
            await references.BuryAsync(reference.Key, cancellationToken);
        else
            await references.RememberAsync(reference, cancellationToken);
        return InboundAnswer.Taken;
    }

    async Task<InboundAnswer> HearAsync(Activity activity, ConversationReference reference, CancellationToken cancellationToken)
    {
        await references.RememberAsync(reference, cancellationToken);
        if (activity.DeliveryMode != ExpectReplies)
        {
            await TurnAsync(activity, reference);
            return InboundAnswer.Taken;
        }
        var replies = await AnswerAsync(activity, reference, int.MaxValue, cancellationToken);
        return InboundAnswer.With([.. replies.Select(reply => OutgoingActivities.Create(reference, reply, options.PublicUrl))]);
    }

    async Task<InboundAnswer> TapAsync(Activity activity, ConversationReference reference, CancellationToken cancellationToken)
    {
        var (submitted, error) = CardTap.Read(activity);
        if (submitted is null)
            return new InboundAnswer(StatusCodes.Status400BadRequest, error);
        await references.RememberAsync(reference, cancellationToken);
        var replies = await AnswerAsync(submitted, reference, 1, cancellationToken);
        return new InboundAnswer(StatusCodes.Status200OK, CardTap.Answer(replies is [var first, ..] ? first : null));
    }

    async Task<IReadOnlyList<Outgoing>> AnswerAsync(Activity activity, ConversationReference reference, int capacity, CancellationToken cancellationToken)
    {
        using var buffer = await buffers.OpenAsync(reference.Address, capacity, cancellationToken);
        await TurnAsync(activity, reference);
        return buffer.Take();
    }

    // a turn that has begun is finished, whoever hangs up
    async Task TurnAsync(Activity activity, ConversationReference reference)
    {
        var (kept, lost) = await files.FetchAsync(activity, reference.Address, lifetime.ApplicationStopping);
        foreach (var sorry in lost)
            await channel.SendAsync(reference.Address, new Outgoing(sorry), $"{activity.Id}:{sorry}", lifetime.ApplicationStopping);
        var incoming = IncomingMapping.ToIncoming(activity, reference.Address, kept, time.GetUtcNow());
        // without its only file a message would look like an arrival
        if (lost.Count == 0 || incoming is not { Text: "", Card: null, Files: [] })
            await receive(incoming, lifetime.ApplicationStopping);
    }
}
