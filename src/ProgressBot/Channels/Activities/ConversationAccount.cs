using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>A conversation as its channel knows it.</summary>
internal sealed record ConversationAccount
{
    /// <summary>Opaque; never lower-cased, trimmed or parsed.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool? IsGroup { get; init; }

    /// <summary>personal, groupChat or channel on Teams.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public string? AadObjectId { get; init; }

    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}
