namespace ProgressBot.Web;

/// <summary>
/// What every answer tells a browser: nothing from other hosts, no frames, no guessing of types, no referrer. Styles may stand in the markup because the
/// chat component writes them at run time; scripts may not.
/// </summary>
internal static class SecurityHeaders
{
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; ";

    public static void UseSecurityHeaders(this IApplicationBuilder application) => application.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        // 'self' does not cover WebSockets in older browsers; the client library reads the picked files back through blob addresses
        headers.ContentSecurityPolicy = $"{Policy}connect-src 'self' blob: {(http.Request.IsHttps ? "wss" : "ws")}://{http.Request.Host}";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });
}
