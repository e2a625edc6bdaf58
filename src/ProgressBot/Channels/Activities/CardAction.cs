using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>A button that travels in an activity.</summary>
internal sealed record CardAction
{
    public const string ImBack = "imBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";

    /// <summary>imBack, postBack, messageBack, openUrl …</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? DisplayText { get; init; }

    /// <summary>A string for imBack and openUrl, an object for messageBack.</summary>
    public RawJson? Value { get; init; }

    public string? Image { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>Buttons under the latest message; they vanish once one is tapped.</summary>
internal sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}
