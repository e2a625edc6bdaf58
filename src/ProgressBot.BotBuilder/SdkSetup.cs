using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.BotBuilder;

/// <summary>Puts the SDK in the place of the built-in Bot Framework channel. Settings are the SDK's own: MicrosoftAppType, -AppId, -AppPassword, -AppTenantId.</summary>
internal static class SdkSetup
{
    public static void AddSdkChannel(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(Translate(builder.Configuration));
        var services = builder.Services;
        services.AddTransient<ConnectorWatch>();
        services.AddHttpClient(Options.DefaultName, (provider, client) => client.Timeout = provider.GetRequiredService<BotFrameworkOptions>().RequestTimeout)
            .AddHttpMessageHandler<ConnectorWatch>().RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<BotFrameworkAuthentication, TokenJudgement>();
        services.AddSingleton(provider => new CloudAdapter(
            provider.GetRequiredService<BotFrameworkAuthentication>(), provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<CloudAdapter>());
        services.AddSingleton<IBot, SdkBot>().AddSingleton<Threshold>();
        services.Remove(services.Single(service => service.ServiceType == typeof(IChannel) && service.ImplementationType == typeof(BotFrameworkChannel)));
        services.AddSingleton<IChannel, SdkChannel>();
    }

    // what the parts shared with the built-in channel need to know; without an app id the server must stay on loopback, as there
    static IEnumerable<KeyValuePair<string, string?>> Translate(ConfigurationManager configuration)
    {
        var appId = configuration["MicrosoftAppId"];
        yield return Setting("Listen", "false");
        yield return Setting("OpenOnLoopback", string.IsNullOrEmpty(appId) ? "true" : "false");
        yield return Setting("AppId", appId);
        yield return Setting("Password", configuration["MicrosoftAppPassword"]);
        yield return Setting("TenantId", configuration["MicrosoftAppTenantId"]);
    }

    static KeyValuePair<string, string?> Setting(string name, string? value) => new($"{BotFrameworkOptions.Section}:{name}", value ?? "");
}
