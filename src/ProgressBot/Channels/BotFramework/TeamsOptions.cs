namespace ProgressBot.Channels.BotFramework;

/// <summary>What the Teams app package says about its publisher; the section <c>Channels:BotFramework:Teams</c>.</summary>
internal sealed class TeamsOptions
{
    /// <summary>At most 32 characters.</summary>
    public string DeveloperName { get; set; } = "ProgressBot";

    // https pages about the bot; this server's own address where none is given
    public string? WebsiteUrl { get; set; }
    public string? PrivacyUrl { get; set; }
    public string? TermsOfUseUrl { get; set; }

    /// <summary>Raise it when the package changes, or Teams keeps the old one (semver).</summary>
    public string Version { get; set; } = "1.0.0";
}
