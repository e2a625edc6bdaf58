using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgressBot.Channels.BotFramework;

/// <summary>The Teams app manifest, schema 1.17, in Chinese, and its English translation. Limits on lengths are the schema's.</summary>
internal static class TeamsManifest
{
    public const string File = "manifest.json";
    public const string EnglishFile = "en.json";
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    const string Schemas = "https://developer.microsoft.com/json-schemas/teams/v1.17/";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly Texts Chinese = new(
        "进度助手", "进度助手：年度任务书进展报送",
        "报送年度任务进展，随时查询完成情况。",
        "进度助手按年度任务书提醒各责任单位报送进展：直接用文字说明数据和佐证，核对后提交即可。牵头办公室可随时查询进度、催办未报单位并导出汇总。",
        [("我的任务", "查看本单位的任务和填报情况"), ("进度", "查看总体完成情况"), ("帮助", "了解可以做什么")]);

    static readonly Texts English = new(
        "ProgressBot", "ProgressBot: progress of the annual plan",
        "Report progress of the annual plan and see where it stands.",
        "ProgressBot reminds the responsible units of what the annual plan expects. Say your figures and evidence in your own words, confirm, done. "
        + "The coordinating office sees progress at any time, nudges units that are missing, and exports the summary.",
        [("my tasks", "The tasks of your unit and what is reported"), ("status", "Where the plan stands"), ("help", "What you can do here")]);

    /// <summary>The manifest. <see cref="BotFrameworkOptions.AppId"/> must be a GUID and the URLs https; see <see cref="TeamsPackageCommand"/>.</summary>
    public static string Write(BotFrameworkOptions options) => new JsonObject
    {
        ["$schema"] = Schemas + "MicrosoftTeams.schema.json",
        ["manifestVersion"] = "1.17",
        ["version"] = options.Teams.Version,
        ["id"] = options.AppId,
        ["localizationInfo"] = new JsonObject
        {
            ["defaultLanguageTag"] = "zh-cn",
            ["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "en", ["file"] = EnglishFile }),
        },
        ["developer"] = Developer(options),
        ["name"] = new JsonObject { ["short"] = Chinese.Name, ["full"] = Chinese.FullName },
        ["description"] = new JsonObject { ["short"] = Chinese.Summary, ["full"] = Chinese.Description },
        ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
        ["accentColor"] = TeamsIcons.Accent,
        ["bots"] = new JsonArray(Bot(options)),
        ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
        ["validDomains"] = new JsonArray(new Uri(options.PublicUrl).Host),
    }.ToJsonString(Readable);

    /// <summary>The texts of <see cref="Write"/> in English, by their place in the manifest.</summary>
    public static string WriteEnglish()
    {
        var translation = new JsonObject
        {
            ["$schema"] = Schemas + "MicrosoftTeams.Localization.schema.json",
            ["name.short"] = English.Name,
            ["name.full"] = English.FullName,
            ["description.short"] = English.Summary,
            ["description.full"] = English.Description,
        };
        foreach (var (index, (title, description)) in English.Commands.Index())
        {
            translation[$"bots[0].commandLists[0].commands[{index}].title"] = title;
            translation[$"bots[0].commandLists[0].commands[{index}].description"] = description;
        }

        return translation.ToJsonString(Readable);
    }

    static JsonObject Developer(BotFrameworkOptions options) => new()
    {
        ["name"] = options.Teams.DeveloperName,
        ["websiteUrl"] = options.Teams.WebsiteUrl ?? options.PublicUrl,
        ["privacyUrl"] = options.Teams.PrivacyUrl ?? options.PublicUrl,
        ["termsOfUseUrl"] = options.Teams.TermsOfUseUrl ?? options.PublicUrl,
    };

    static JsonObject Bot(BotFrameworkOptions options) => new()
    {
        ["botId"] = options.AppId,
        ["scopes"] = Scopes(),
        ["supportsFiles"] = true,
        ["commandLists"] = new JsonArray(new JsonObject { ["scopes"] = Scopes(), ["commands"] = new JsonArray([.. Chinese.Commands.Select(Command)]) }),
    };

    static JsonArray Scopes() => ["personal", "groupChat", "team"];

    static JsonObject Command((string Title, string Description) command) => new() { ["title"] = command.Title, ["description"] = command.Description };

    sealed record Texts(string Name, string FullName, string Summary, string Description, (string Title, string Description)[] Commands);
}
