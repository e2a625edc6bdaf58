using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ProgressBot.Channels.BotFramework;

namespace ProgressBot.BotBuilder;

/// <summary>What the SDK hands over goes the way of every message: remembered, taken into a turn, answered through the outbox or in the response.</summary>
internal sealed class SdkBot(InboundActivities inbound, BotFrameworkOptions options) : ActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type == ActivityTypes.Invoke)
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
            return;
        }

        var answer = await TakeAsync(turnContext, cancellationToken);
        if (answer.Replies is { Count: > 0 } replies)
            await turnContext.SendActivitiesAsync([.. replies.Select(Wire.ToSdk)], cancellationToken);
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var answer = await TakeAsync(turnContext, cancellationToken);
        var response = CreateInvokeResponse(answer.Body is null ? null : Wire.ToToken(answer.Body));
        response.Status = answer.Status;
        return response;
    }

    // whoever got this far has shown a token, unless there is no app id to show one for
    Task<InboundAnswer> TakeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        inbound.TakeAsync(Wire.FromSdk(turnContext.Activity), options.IsProtected, cancellationToken);
}
