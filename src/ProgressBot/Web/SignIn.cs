using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ProgressBot.Channels;
using ProgressBot.Core.People;

namespace ProgressBot.Web;

/// <summary>
/// Who sits at the browser: a person after a personal link, or a visitor who may type an invitation code into the chat. Kept in one cookie.
/// </summary>
internal static class SignIn
{
    /// <summary>The claim that holds a person's id.</summary>
    public const string PersonClaim = "person";

    /// <summary>The claim that holds a visitor's random name.</summary>
    public const string VisitorClaim = "visitor";

    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public static void AddPageCookie(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "progressbot";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Remembered;
            options.SlidingExpiration = true;
        });

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        var links = endpoints.MapGroup("/k").AddEndpointFilter(SlowDown);
        links.MapGet("/{code}", OpenAsync);
        links.MapPost("/{code}", RedeemAsync);
        endpoints.MapPost("/api/sign-out", (Delegate)SignOutAsync);
    }

    public static Task AsPersonAsync(HttpContext http, string personId) => RememberAsync(http, new Claim(PersonClaim, personId));

    public static Task AsVisitorAsync(HttpContext http, string visitor) => RememberAsync(http, new Claim(VisitorClaim, visitor));

    // chat applications open links for their previews: opening uses nothing up, only the button on the page does
    static async Task<IResult> OpenAsync(string code, HttpContext http, KnowLink know, WordedPages pages)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await know(code, http.RequestAborted) ? await pages.HtmlAsync(http, "link.html") : Elsewhere(code, http);
    }

    static async Task<IResult> RedeemAsync(string code, HttpContext http, RedeemLink redeem)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await redeem(code, http.RequestAborted) is not { } person) return Elsewhere(code, http);
        await AsPersonAsync(http, person.Id);
        return Results.LocalRedirect("/");
    }

    // an invitation is handed to the chat, which asks for the name
    // a link that is opened again by its owner, or after its code was used, still leads to the page
    static IResult Elsewhere(string code, HttpContext http) => Results.LocalRedirect(
        InvitationCode.Hash(code) is not null ? $"/?code={Uri.EscapeDataString(code)}" : http.User.HasClaim(claim => claim.Type == PersonClaim) ? "/" : "/?link=invalid");

    static async ValueTask<object?> SlowDown(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<CodeGuesses>().Allows(http)) return await next(context);
        http.Response.Headers.RetryAfter = $"{CodeGuesses.Window.TotalSeconds:0}";
        return await http.RequestServices.GetRequiredService<WordedPages>().HtmlAsync(http, "slow.html", StatusCodes.Status429TooManyRequests);
    }

    static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync();
        return Results.NoContent();
    }

    static Task RememberAsync(HttpContext http, Claim who) => http.SignInAsync(
        new ClaimsPrincipal(new ClaimsIdentity([who], CookieAuthenticationDefaults.AuthenticationScheme)),
        new AuthenticationProperties { IsPersistent = true });
}
