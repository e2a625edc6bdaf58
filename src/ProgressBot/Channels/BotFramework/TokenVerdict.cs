using Microsoft.IdentityModel.JsonWebTokens;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What came of looking at a caller's token. Reasons are for the log and never quote the token.</summary>
internal abstract record TokenVerdict
{
    TokenVerdict() { }

    /// <summary>Signed by the channel service, for this bot, in its lifetime. Whether it fits the activity is checked against <paramref name="Key"/> and its claims.</summary>
    public sealed record Valid(JsonWebToken Token, ChannelKey Key) : TokenVerdict;

    /// <summary>Not proven to come from the channel service: 401.</summary>
    public sealed record Invalid(string Reason) : TokenVerdict;

    /// <summary>Genuine, and meant for somebody or something else: 403.</summary>
    public sealed record NotForUs(string Reason) : TokenVerdict;
}
