namespace ProgressBot.Channels.BotFramework;

/// <summary>The named HTTP clients of this channel. None follows a redirect, keeps cookies, reads an endless answer or writes headers to the log.</summary>
internal static class HttpClients
{
    public const string Keys = "BotFramework.Keys";
    public const string Tokens = "BotFramework.Tokens";
    public const string Connector = "BotFramework.Connector";

    const int LongestAnswer = 1024 * 1024;
    static readonly TimeSpan DocumentTimeout = TimeSpan.FromSeconds(10);

    public static void AddBotFrameworkClients(this IServiceCollection services)
    {
        services.AddClient(Keys, DocumentTimeout);
        services.AddClient(Tokens, DocumentTimeout);
        services.AddClient(Connector, Timeout.InfiniteTimeSpan); // ConnectorClient keeps its own time, to tell a timeout from a stop
    }

    static void AddClient(this IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, client => (client.Timeout, client.MaxResponseContentBufferSize) = (timeout, LongestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
}
