using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 for a host: <see cref="AddDirectLine"/> registers it, <see cref="MapDirectLine"/> opens its addresses.</summary>
internal static class DirectLineRegistration
{
    public const string Root = "/v3/directline";

    const int ShortestSecret = 16;

    /// <summary>Needs a <see cref="ReceiveMessage"/> and the store's context factory from the host. Secrets and files lie in the data directory.</summary>
    /// <exception cref="InvalidDataException">The configured secret is too short, or cannot travel in a header.</exception>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        var options = configuration.GetSection(DirectLineOptions.Section).Get<DirectLineOptions>() ?? new DirectLineOptions();
        if (options.Secret is { Length: > 0 } secret && (secret.Length < ShortestSecret || secret.Any(char.IsWhiteSpace)))
            throw new InvalidDataException($"{DirectLineOptions.Section}:Secret must have at least {ShortestSecret} characters and no spaces");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new Tokens(SigningKey.Load(dataDirectory), provider.GetRequiredService<TimeProvider>()));
        services.AddFileStore(dataDirectory);
        services.TryAddSingleton(_ => new CodeGuesses(configuration.GetSection(CodeOptions.Section).Get<CodeOptions>() ?? new CodeOptions()));
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<ConversationLog>();
        services.AddSingleton<IncomingActivities>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<IChannel, WebChatChannel>();
        // the framework's own request log prints whole addresses, and a stream's address lets one in
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    /// <summary>Everything under <c>/v3/directline</c>; what is not there answers 404 with an error body.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var directLine = endpoints.MapGroup(Root).AddEndpointFilter<FaultFilter>();
        if (endpoints.ServiceProvider.GetRequiredService<DirectLineOptions>().Secret is { Length: > 0 })
            directLine.AllowOtherSites();
        var authorized = directLine.MapGroup("").AddEndpointFilter<CallerFilter>();
        authorized.MapPost("/tokens/generate", TokenEndpoints.GenerateAsync);
        authorized.MapPost("/tokens/refresh", TokenEndpoints.Refresh);
        authorized.MapPost("/conversations", ConversationEndpoints.StartAsync);
        authorized.MapGet("/conversations/{id}", ConversationEndpoints.ReconnectAsync);
        authorized.MapGet("/conversations/{id}/activities", ConversationEndpoints.ReadAsync);
        authorized.MapPost("/conversations/{id}/activities", ConversationEndpoints.PostAsync);
        authorized.MapPost("/conversations/{id}/upload", UploadEndpoint.PostAsync);
        directLine.MapGet("/conversations/{id}/stream", endpoints.CreateApplicationBuilder().UseWebSockets().WithStream());
        directLine.Map("/{**rest}", Refusal.NoEndpoint);
    }
}
