using System.Text.Json.Nodes;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>Activities as channels send them.</summary>
internal static class Sample
{
    public const string Teams = "msteams";

    public static JsonObject Message(string serviceUrl, string text = "到位资金累计5.1亿", string id = "1700000000001") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2026-03-02T01:00:00.1234567Z",
        ["channelId"] = Teams,
        ["serviceUrl"] = serviceUrl,
        ["locale"] = "zh-CN",
        ["from"] = new JsonObject { ["id"] = "29:1a-user", ["name"] = "王芳", ["aadObjectId"] = "0f3c" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "进度助手" },
        ["conversation"] = new JsonObject { ["id"] = "a:1|x;y=1", ["conversationType"] = "personal", ["tenantId"] = "tenant-of-ours" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-of-ours" }, ["unknown"] = 1 },
        ["text"] = text,
    };

    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity[name] = value;
        return activity;
    }

    public static JsonObject Without(this JsonObject activity, string name)
    {
        activity.Remove(name);
        return activity;
    }
}
