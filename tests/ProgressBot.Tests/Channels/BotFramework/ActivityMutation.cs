using System.Text;
using System.Text.Json.Nodes;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>
/// Spoils activities: values of other types, numbers of any size, nesting, fields gone or named twice, hostile strings; then bytes flipped, dropped and repeated.
/// </summary>
internal sealed class ActivityMutation(int seed)
{
    static readonly string[] Types =
        ["message", "messageUpdate", "conversationUpdate", "installationUpdate", "invoke", "event", "typing", "messageReaction", "", "\u0000"];

    static readonly string[] Names =
    [
        "type", "id", "channelId", "serviceUrl", "from", "recipient", "conversation", "text", "value", "entities", "membersAdded", "channelData", "locale",
        "timestamp", "deliveryMode", "attachments", "name", "action", "suggestedActions", "replyToId", "mentioned", "tenant", "data", "isGroup", "role",
    ];

    static readonly string[] Strings =
    [
        "", " ", "\0", "\u202e", "..", ".", "/", "%2e%2e", "<at>", "null", "http://169.254.169.254/", "https://", "a'b\"c\\", "😀", "\uFFFF", "'; DROP TABLE x;--",
        "\u0301", "Ａ１", "a\u200Bb", "\U0001F468\u200D\U0001F469", "1e5", "true", "expectReplies", "adaptiveCard/action", "Action.Execute", "29:1a-user", "28:bot", "personal", "remove", "9999-99-99T99:99:99Z", new string('长', 2000),
    ];

    static readonly string[] Numbers = ["1e400", "-0", "123456789012345678901234567890", "0.1e-999", "9007199254740993", "1E+2"];

    readonly Random random = new(seed);

    public byte[] Make(JsonObject activity)
    {
        activity["type"] = Types[random.Next(Types.Length)];
        for (var i = random.Next(4); i > 0; i--)
            Spoil(activity, 0);
        var json = activity.ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(random.Next(6) == 0 ? Doubled(json) : json);
        return random.Next(3) == 0 ? Spoil(bytes) : bytes;
    }

    void Spoil(JsonObject target, int depth)
    {
        var inner = target.Select(field => field.Value).OfType<JsonObject>().ToArray();
        if (inner.Length > 0 && depth < 4 && random.Next(2) == 0)
            Spoil(inner[random.Next(inner.Length)], depth + 1);
        else if (random.Next(3) == 0)
            target.Remove(Names[random.Next(Names.Length)]);
        else
            target[Names[random.Next(Names.Length)]] = Value(depth);
    }

    /// <summary>The text with a field named once more at the head of some object in it.</summary>
    string Doubled(string json)
    {
        var at = json.IndexOf('{', random.Next(json.Length));
        var again = $"\"{Names[random.Next(Names.Length)]}\":{Value(3)?.ToJsonString() ?? "null"}";
        return at < 0 || json[at + 1] != '"' ? json : json.Insert(at + 1, again + ",");
    }

    JsonNode? Nested() => Enumerable.Range(0, random.Next(70)).Aggregate((JsonNode?)JsonValue.Create(1), (inner, level) =>
        level % 2 == 0 ? new JsonArray(inner) : new JsonObject { [Names[random.Next(Names.Length)]] = inner });

    JsonNode? Value(int depth) => random.Next(11) switch
    {
        0 => null,
        1 => random.Next(-9, 9),
        2 => JsonNode.Parse(Numbers[random.Next(Numbers.Length)]),
        3 => random.Next(2) == 0,
        4 when depth < 6 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(depth + 1))]),
        9 => Nested(),
        5 or 6 when depth < 6 => new JsonObject([.. SomeNames().Select(name => KeyValuePair.Create(name, Value(depth + 1)))]),
        _ => Strings[random.Next(Strings.Length)],
    };

    IEnumerable<string> SomeNames() => Enumerable.Range(0, random.Next(4)).Select(_ => Names[random.Next(Names.Length)]).Distinct();

    byte[] Spoil(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
            SpoilByte(list);
        return [.. list];
    }

    void SpoilByte(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 8))); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 16))); break;
            default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "\\ud800" : "\"")); break;
        }

        if (bytes.Count == 0)
            bytes.Add((byte)'{');
    }
}
