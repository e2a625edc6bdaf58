using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.BotFramework;

/// <summary>A public RSA key of the channel service, and the channels it may speak for.</summary>
internal sealed record ChannelKey(JsonWebKey Key, IReadOnlySet<string> Endorsements)
{
    /// <summary>The usable keys of a JWKS document by <c>kid</c>: RSA, for signing, named.</summary>
    /// <exception cref="JsonException">The document is not a key set.</exception>
    public static IReadOnlyDictionary<string, ChannelKey> ReadSet(string jwks)
    {
        using var document = JsonDocument.Parse(jwks);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
            throw new JsonException("A key set without keys.");
        return keys.EnumerateArray().Select(Read).Where(IsUsable).DistinctBy(key => key.Key.Kid).ToDictionary(key => key.Key.Kid);
    }

    static ChannelKey Read(JsonElement key) => new(new JsonWebKey(key.GetRawText()), ReadEndorsements(key));

    static bool IsUsable(ChannelKey key) =>
        key.Key is { Kty: "RSA", Kid.Length: > 0, N.Length: > 0, E.Length: > 0 } && key.Key.Use is null or "" or "sig";

    static HashSet<string> ReadEndorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
