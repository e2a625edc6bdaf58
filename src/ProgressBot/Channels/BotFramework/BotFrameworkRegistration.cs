using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// Puts the channel into a host. It needs a <see cref="ReceiveMessage"/> that fills the <see cref="ReplyBuffers"/>, a <c>IDbContextFactory&lt;BotDb&gt;</c>,
/// a <see cref="Storage.FileStore"/> and a <see cref="TimeProvider"/>.
/// </summary>
public static class BotFrameworkRegistration
{
    public const string Path = "/api/messages";

    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddBotFrameworkClients();
        // read when first needed, so that whatever a host adds to its configuration counts
        services.AddSingleton(_ => Read(configuration));
        services.AddSingleton<SigningKeys>().AddSingleton<ChannelTokenValidator>();
        services.AddSingleton<ClientCredentials>().AddSingleton<ConnectorClient>();
        services.AddSingleton<ConversationReferences>();
        services.TryAddSingleton<ReplyBuffers>();
        services.AddSingleton<InboundFiles>().AddSingleton<InboundActivities>().AddSingleton<MessagesEndpoint>();
        services.AddSingleton<IChannel, BotFrameworkChannel>();
        return services.AddHostedService<OpenDoor>();
    }

    /// <summary>Answers at <see cref="Path"/>; when the channel is off, as if it were not there.</summary>
    public static void MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<BotFrameworkOptions>() is { IsOff: true } or { Listen: false })
            return;
        endpoints.MapPost(Path, (HttpContext context, MessagesEndpoint messages) => messages.PostAsync(context))
            .DisableAntiforgery().ExcludeFromDescription()
            // no browser comes here: no cookie to read, no file to find, no page to protect
            .ShortCircuit();
        // said outright, or a page that catches every path would answer in its place
        endpoints.Map(Path, NotAllowed).ExcludeFromDescription();
    }

    /// <summary>The section as it stands now.</summary>
    internal static BotFrameworkOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(BotFrameworkOptions.Section).Get<BotFrameworkOptions>() ?? new BotFrameworkOptions();
        if (options.PublicUrl.Length == 0)
            options.PublicUrl = configuration["Bot:PublicUrl"] ?? "";
        return options;
    }

    static Microsoft.AspNetCore.Http.HttpResults.StatusCodeHttpResult NotAllowed(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
