using System.Text.Json;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>In a group the bot is spoken to by name, and the name is no part of what is said.</summary>
internal static class Mentions
{
    /// <summary>The text without the mentions of the bot itself, trimmed when there were any; mentions of others stay.</summary>
    public static string Strip(Activity activity, string text)
    {
        foreach (var mention in activity.Entities?.Select(entity => OfBot(entity, activity.Recipient?.Id)) ?? [])
            if (!string.IsNullOrEmpty(mention))
                text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase).Trim(); // trims the no-break space that Teams leaves, too
        return text;
    }

    static string? OfBot(JsonElement entity, string? botId)
    {
        if (!"mention".Equals(Text(entity, "type"), StringComparison.OrdinalIgnoreCase) || !entity.TryGetProperty("mentioned", out var mentioned))
            return null;
        if (botId is null || Text(mentioned, "id") != botId)
            return null;
        return Text(entity, "text") ?? (Text(mentioned, "name") is { } name ? $"<at>{name}</at>" : null);
    }

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
