namespace ProgressBot.Channels.BotFramework;

/// <summary>The section <c>Channels:BotFramework</c>. Without an <see cref="AppId"/> the channel is off, unless <see cref="OpenOnLoopback"/> opens it.</summary>
internal sealed class BotFrameworkOptions
{
    public const string Section = "Channels:BotFramework";

    /// <summary>The app registration's id: what a caller's token must be addressed to.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The app registration's client secret; or leave it empty and name a <see cref="CertificateFile"/>.</summary>
    public string Password { get; set; } = "";

    /// <summary>A certificate with its private key (.pfx, or .pem holding both), used in place of a secret.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Opens a .pfx that is locked.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>The bot's home directory. Single-tenant bots, the only kind still made, need it.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Directories whose Teams users may talk to the bot. Empty means <see cref="TenantId"/> alone; with neither set nobody is kept out.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    public BotFrameworkCloud Cloud { get; set; }

    // One by one in place of the cloud's own; see CloudEndpoints.
    public string? Issuer { get; set; }
    public string? MetadataUrl { get; set; }
    public string? TokenUrl { get; set; }
    public string? Scope { get; set; }

    /// <summary>Connector hosts in addition to the cloud's own; a name covers its subdomains.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>File hosts in addition to the cloud's own; a name covers its subdomains.</summary>
    public IList<string> AllowedFileHosts { get; set; } = [];

    /// <summary>For the Emulator: no token is asked for, and callers must sit on this very machine. Has no effect once an <see cref="AppId"/> is set.</summary>
    public bool OpenOnLoopback { get; set; }

    /// <summary>False where another host takes the messages in and only hands them on.</summary>
    public bool Listen { get; set; } = true;

    /// <summary>Answers (with a token) may go to a plain-http Connector on this machine. For development.</summary>
    public bool AllowLoopbackConnector { get; set; }

    /// <summary>Where browsers reach this server, for download links: <c>https://progress.example.gov.cn</c>. Empty means <c>Bot:PublicUrl</c>.</summary>
    public string PublicUrl { get; set; } = "";

    public TeamsOptions Teams { get; set; } = new();

    /// <summary>How long one request to the Connector may take before its fate counts as unknown.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Callers prove themselves by a token.</summary>
    public bool IsProtected => AppId.Length > 0;

    public bool IsOff => !IsProtected && !OpenOnLoopback;

    public CloudEndpoints Endpoints
    {
        get
        {
            var cloud = CloudEndpoints.Of(Cloud);
            return cloud with
            {
                Issuer = Issuer ?? cloud.Issuer,
                MetadataUrl = MetadataUrl ?? cloud.MetadataUrl,
                TokenUrl = TokenUrl ?? cloud.TokenUrl,
                Scope = Scope ?? cloud.Scope,
                Hosts = [.. cloud.Hosts, .. AllowedHosts],
                FileHosts = [.. cloud.FileHosts, .. AllowedFileHosts],
            };
        }
    }

    public IEnumerable<string> Tenants => AllowedTenants is [] && TenantId.Length > 0 ? [TenantId] : AllowedTenants;

    /// <summary>What keeps this configuration from working, one line each; empty when nothing does.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsProtected)
            yield break;
        if (Password.Length == 0 && CertificateFile.Length == 0)
            yield return $"{Section}: Password or CertificateFile is missing; the bot could hear but not answer.";
        if (CertificateFile.Length > 0 && !File.Exists(CertificateFile))
            yield return $"{Section}:CertificateFile: there is no file {CertificateFile}.";
        if (TenantId.Length == 0 && Endpoints.SharedTenant is null)
            yield return $"{Section}:TenantId is missing; the cloud {Cloud} has no shared directory.";
    }
}
