namespace ProgressBot.Channels.BotFramework;

/// <summary>The clouds that run an Azure Bot Service of their own.</summary>
internal enum BotFrameworkCloud
{
    Public,
    China21Vianet,
    Gov,
}

/// <summary>Where one cloud keeps what a bot needs. All URLs are absolute; every one of them can be overridden in the configuration.</summary>
/// <param name="Issuer">The exact <c>iss</c> of the tokens its channels send.</param>
/// <param name="MetadataUrl">The OpenID document that leads to the signing keys of those tokens.</param>
/// <param name="TokenUrl">Where the bot gets its own tokens; <c>{tenant}</c> stands for the directory.</param>
/// <param name="Scope">What the bot asks a token for.</param>
/// <param name="SharedTenant">The directory of bots without one of their own; null where the cloud has none.</param>
/// <param name="Hosts">Connector hosts; a name covers its subdomains, too.</param>
/// <param name="FileHosts">Where Teams keeps what people attach; no token goes there.</param>
internal sealed record CloudEndpoints(
    string Issuer, string MetadataUrl, string TokenUrl, string Scope, string? SharedTenant,
    IReadOnlyList<string> Hosts, IReadOnlyList<string> FileHosts)
{
    public static CloudEndpoints Of(BotFrameworkCloud cloud) => cloud switch
    {
        BotFrameworkCloud.China21Vianet => China,
        BotFrameworkCloud.Gov => Government,
        _ => Worldwide,
    };

    static CloudEndpoints Worldwide { get; } = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        "https://api.botframework.com/.default",
        "botframework.com",
        ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com"],
        ["sharepoint.com", "svc.ms"]);

    static CloudEndpoints China { get; } = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn/{tenant}/oauth2/v2.0/token",
        "https://api.botframework.azure.cn/.default",
        null,
        ["botframework.azure.cn"],
        ["sharepoint.cn"]);

    static CloudEndpoints Government { get; } = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/{tenant}/oauth2/v2.0/token",
        "https://api.botframework.us/.default",
        null,
        ["botframework.us", "botframework.azure.us", "teams.microsoft.us"],
        ["sharepoint.us", "sharepoint-mil.us"]);
}
