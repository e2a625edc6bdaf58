namespace ProgressBot.Channels.DirectLine;

/// <summary>Opens streams. Their address carries a credential that lives for a minute; no header is asked for.</summary>
internal static class StreamEndpoint
{
    public static RequestDelegate WithStream(this IApplicationBuilder application)
    {
        application.Run(OpenAsync);
        return application.Build();
    }

    /// <summary>Seen from the caller: wss when the page is https.</summary>
    public static string Url(HttpRequest request, string conversationId, string credential) =>
        $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{DirectLineRegistration.Root}/conversations/{conversationId}/stream?t={credential}";

    static async Task OpenAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var reading = await services.GetRequiredService<Tokens>().ReadStreamAsync(http.Request.Query["t"].ToString());
        if (Refuse(http, reading) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }
        var (grant, watermark) = (TokenReading.Good)reading;
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await new StreamConnection(socket, services.GetRequiredService<ConversationLog>(), services.GetRequiredService<LiveStreams>())
            .RunAsync(grant.ConversationId, watermark, over.Token);
    }

    static IResult? Refuse(HttpContext http, TokenReading reading) => reading switch
    {
        TokenReading.Expired => Refusal.TokenExpired(),
        TokenReading.Good good when !good.Grant.ConversationId.Equals(http.GetRouteValue("id") as string, StringComparison.Ordinal) => Refusal.NotYours(),
        TokenReading.Good good when !CallerFilter.IsFrom(good.Grant, http.Request) => Refusal.Origin(),
        TokenReading.Good when !http.WebSockets.IsWebSocketRequest => Refusal.Malformed("This address is for WebSockets."),
        TokenReading.Good => null,
        _ => Refusal.WrongToken(),
    };
}
