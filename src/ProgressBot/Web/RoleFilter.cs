using ProgressBot.Channels.DirectLine;
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
        var chatter = await ChatToken.ChatterAsync(http, services.GetRequiredService<Conversations>(), services.GetRequiredService<FindPerson>(), services.GetRequiredService<FindPersonAt>());
        if (chatter?.Person is not { } person) return Problem(StatusCodes.Status401Unauthorized, "请先登录：打开您的专属链接，或在聊天页输入邀请码。");
        if ((person.Roles & roles) == 0) return Problem(StatusCodes.Status403Forbidden, "您的身份不能打开任务书，如有需要请联系牵头办公室。");
        http.Items[typeof(PersonIdentity)] = person;
        return await next(context);
    }

    /// <summary>Who was let through.</summary>
    public static PersonIdentity PersonOf(HttpContext http) => (PersonIdentity)http.Items[typeof(PersonIdentity)]!;

    /// <summary>A refusal with one sentence for the person.</summary>
    public static IResult Problem(int status, string message) => Results.Json(new { message }, statusCode: status);
}
