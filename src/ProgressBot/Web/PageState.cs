using System.Globalization;
using ProgressBot.Channels.Activities;
using ProgressBot.Channels.DirectLine;

namespace ProgressBot.Web;

/// <summary>What the page asks before it shows anything: who is signed in, and whether this is a demonstration.</summary>
internal static class PageState
{
    public static void MapPageState(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/page", GetAsync);

    static async Task<IResult> GetAsync(
        HttpContext http, Conversations conversations, FindPerson findPerson, FindPersonAt findPersonAt, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        var chatter = await ChatToken.ChatterAsync(http, conversations, findPerson, findPersonAt);
        var stage = http.RequestServices.GetService<DescribeDemo>() is { } describe ? await describe(http.RequestAborted) : null;
        return Results.Json(
            new State(stage is not null, chatter is not null, chatter?.Person, stage?.Cast ?? [],
                (stage?.Now ?? clock.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            ActivityJson.Options);
    }

    /// <param name="Visiting">Somebody was here before with this browser, bound to a person or not.</param>
    /// <param name="Now">The bot's time, ISO 8601 with the offset it is to be shown in.</param>
    sealed record State(bool Demo, bool Visiting, PersonIdentity? Person, IReadOnlyList<CastMember> Cast, string Now);
}
