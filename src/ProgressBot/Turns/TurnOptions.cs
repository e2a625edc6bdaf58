using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns;

/// <summary>Configuration section <c>Bot</c>.</summary>
sealed class TurnOptions
{
    public const string Section = "Bot";

    TimeZoneInfo? _zone;

    /// <summary>IANA name of the zone the offices live in.</summary>
    public string TimeZone
    {
        get;
        set => (field, _zone) = (value, null);
    } = "Asia/Shanghai";

    /// <summary>Where people reach the web chat, without a slash at the end; printed in links. Empty: the address the server listens on.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>How long an invitation may be used.</summary>
    public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a link for another device may be used.</summary>
    public TimeSpan SignInLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>When lights change.</summary>
    public LightRule Lights { get; set; } = new();

    public TimeZoneInfo Zone => _zone ??= TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
