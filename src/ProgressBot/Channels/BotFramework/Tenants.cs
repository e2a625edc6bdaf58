using System.Text.Json;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>Which directory's people may talk to the bot. Teams names the tenant in two places; other channels know none.</summary>
internal static class Tenants
{
    /// <summary>True when every tenant the activity names is allowed, and a Teams activity names one; always true for an empty list.</summary>
    public static bool Admit(IReadOnlySet<string> allowed, Activity activity)
    {
        if (allowed.Count == 0)
            return true;
        var named = new[] { activity.Conversation?.TenantId, OfChannelData(activity) }.OfType<string>().ToArray();
        return named.All(allowed.Contains) && (named.Length > 0 || activity.ChannelId != TeamsCard.ChannelId);
    }

    static string? OfChannelData(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
