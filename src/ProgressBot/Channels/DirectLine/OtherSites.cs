using Microsoft.Net.Http.Headers;

namespace ProgressBot.Channels.DirectLine;

/// <summary>
/// Lets pages of other origins call, for trusted sites that embed the chat. Nothing here goes by cookies, so any origin may ask; tokens decide.
/// </summary>
internal static class OtherSites
{
    public static void AllowOtherSites(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        group.MapMethods("/{**rest}", [HttpMethods.Options], Preflight);
    }

    static IResult Preflight(HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        response.Headers.AccessControlAllowHeaders = "Authorization, Content-Type, Content-Disposition, x-ms-bot-agent, x-requested-with";
        response.Headers[HeaderNames.AccessControlMaxAge] = "3600";
        return Results.NoContent();
    }
}
