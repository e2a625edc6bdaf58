using Microsoft.AspNetCore.Http.HttpResults;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// <c>POST /api/messages</c>: who calls, then what was sent, then what it means. Nothing is stored or said before all of that is settled.
/// 200 taken (also what means nothing to the bot), 400 no activity, 401 no valid token, 403 valid but not for us, 413 too long, 500 not taken by a fault of ours, 501 unknown invoke.
/// </summary>
internal sealed class MessagesEndpoint(
    BotFrameworkOptions options, ChannelTokenValidator validator, InboundActivities inbound, ILogger<MessagesEndpoint> log)
{
    readonly HashSet<string> tenants = new(options.Tenants, StringComparer.OrdinalIgnoreCase);

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var verdict = options.IsProtected ? await validator.ValidateAsync(context.Request.Headers.Authorization, stop) : Unprotected(context);
        if (verdict is TokenVerdict.Invalid or TokenVerdict.NotForUs)
            return Refuse(context, verdict);
        var (isTooLong, activity) = await RequestBody.ReadAsync(context.Request, RequestBody.Parse, stop);
        if (isTooLong)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (activity is null)
            return InboundAnswer.Refused("BadSyntax", "The body is not an activity.").ToResult();
        if (NotForUs(verdict as TokenVerdict.Valid, activity) is { } refusal)
            return Refuse(context, refusal);
        return (await TakeAsync(activity, verdict is TokenVerdict.Valid, stop)).ToResult();
    }

    // the person has been told in words; the channel learns that the message was not taken and may hand it in again
    async Task<InboundAnswer> TakeAsync(Activity activity, bool verified, CancellationToken cancellationToken)
    {
        try
        {
            return await inbound.TakeAsync(activity, verified, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "An activity was not taken");
            return InboundAnswer.Failed;
        }
    }

    static TokenVerdict.NotForUs? Unprotected(HttpContext context) =>
        OpenDoor.Admits(context) ? null : new TokenVerdict.NotForUs("the channel is open to this machine only");

    TokenVerdict.NotForUs? NotForUs(TokenVerdict.Valid? valid, Activity activity) =>
        (valid is null ? null : ChannelTokenValidator.Compare(valid, activity.ServiceUrl, activity.ChannelId))
        ?? (Tenants.Admit(tenants, activity) ? null : new TokenVerdict.NotForUs("the activity comes from another tenant"));

    StatusCodeHttpResult Refuse(HttpContext context, TokenVerdict verdict)
    {
        log.LogWarning("A request to the Bot Framework endpoint was refused: {Verdict}", Reason(verdict));
        if (verdict is TokenVerdict.NotForUs)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
    }

    static string Reason(TokenVerdict verdict) => verdict switch
    {
        TokenVerdict.Invalid invalid => invalid.Reason,
        TokenVerdict.NotForUs other => other.Reason,
        _ => "",
    };
}
