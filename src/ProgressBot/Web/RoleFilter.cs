using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;

namespace ProgressBot.Web;

/// <summary>Lets through who is signed in with one of these roles: 401 for somebody nobody knows, 403 for anybody else. Who it is, is found by <see cref="PersonOf"/>.</summary>
internal sealed class RoleFilter(Roles roles) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var services = http.RequestServices;
        var chatter = await ChatToken.ChatterAsync(
            http, services.GetRequiredService<Conversations>(), services.GetRequiredService<FindPerson>(), services.GetRequiredService<FindPersonAt>());
        if (chatter?.Person is not { } person) return Problem(http, StatusCodes.Status401Unauthorized, "page.sign_in.first");
        http.Items[typeof(PersonIdentity)] = person;
        if ((person.Roles & roles) == 0) return Problem(http, StatusCodes.Status403Forbidden, "page.sign_in.forbidden");
        return await next(context);
    }

    /// <summary>Who was let through.</summary>
    public static PersonIdentity PersonOf(HttpContext http) => (PersonIdentity)http.Items[typeof(PersonIdentity)]!;

    /// <summary>The wording of who was let through; of the default language before.</summary>
    public static Wording WordingOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<FindWording>()((http.Items[typeof(PersonIdentity)] as PersonIdentity)?.Locale);

    /// <summary>A refusal with one sentence for the person, by its key of the wording.</summary>
    public static IResult Problem(HttpContext http, int status, string key) => Problem(status, WordingOf(http).Text(key));

    /// <summary>A refusal with one sentence for the person.</summary>
    public static IResult Problem(int status, string message) => Results.Json(new { message }, statusCode: status);
}
