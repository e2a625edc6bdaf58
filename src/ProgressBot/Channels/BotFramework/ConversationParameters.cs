using System.Text.Json;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>The conversation that the Connector is asked to open.</summary>
internal sealed record ConversationParameters
{
    public required ChannelAccount Bot { get; init; }

    /// <summary>The people in it, without the bot.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public bool IsGroup { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The first message, when the channel wants one at once (a new thread in a Teams channel does).</summary>
    public Activity? Activity { get; init; }

    /// <summary>On Teams, <c>{"tenant":{"id":…}}</c> or <c>{"channel":{"id":…}}</c>.</summary>
    public JsonElement? ChannelData { get; init; }
}
