using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>A file by its address, or a card by its content; never both.</summary>
internal sealed record Attachment
{
    /// <summary>A media type, or one of the card types in <see cref="CardTypes"/>.</summary>
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public RawJson? Content { get; init; }

    public string? Name { get; init; }

    public string? ThumbnailUrl { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>Content types of cards.</summary>
internal static class CardTypes
{
    public const string Adaptive = "application/vnd.microsoft.card.adaptive";
}
