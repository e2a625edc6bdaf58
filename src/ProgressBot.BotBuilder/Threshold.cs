using ProgressBot.Channels.Activities;
using ProgressBot.Channels.BotFramework;

namespace ProgressBot.BotBuilder;

/// <summary>
/// What is settled before the SDK sees a request, by the rules of the built-in channel: the SDK reads bodies of any length and depth, stumbles over a service URL that
/// is none, knows no tenants, and without an app id asks nobody for a token.
/// </summary>
internal sealed class Threshold(BotFrameworkOptions options)
{
    readonly HashSet<string> tenants = new(options.Tenants, StringComparer.OrdinalIgnoreCase);

    /// <summary>The status that turns the request away; null when the SDK may have it.</summary>
    public async Task<int?> ObstacleAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        if (!options.IsProtected && !OpenDoor.Admits(request.HttpContext))
            return StatusCodes.Status403Forbidden;
        var (isTooLong, body) = await RequestBody.ReadAsync(request, static body => body.ToArray(), request.HttpContext.RequestAborted);
        if (isTooLong)
            return StatusCodes.Status413PayloadTooLarge;
        request.Body = new MemoryStream(body!);
        return RequestBody.Parse(body) is { } activity ? Obstacle(activity) : StatusCodes.Status400BadRequest;
    }

    int? Obstacle(Activity activity)
    {
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out _)
            || (IncomingMapping.PersonOf(activity) is { } person && !IncomingMapping.IsAddressed(activity, person)))
            return StatusCodes.Status400BadRequest;
        return Tenants.Admit(tenants, activity) ? null : StatusCodes.Status403Forbidden;
    }
}
