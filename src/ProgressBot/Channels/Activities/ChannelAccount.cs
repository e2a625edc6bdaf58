using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgressBot.Channels.Activities;

/// <summary>A user or bot as its channel knows it.</summary>
internal sealed record ChannelAccount
{
    /// <summary>Opaque; never lower-cased, trimmed or parsed.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    /// <summary>user, bot or skill.</summary>
    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>Values of <see cref="ChannelAccount.Role"/>.</summary>
internal static class Roles
{
    public const string User = "user";
    public const string Bot = "bot";
}
