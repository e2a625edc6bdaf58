using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgressBot.Core.Dialogs;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The Teams app manifest, schema 1.17, in the default language, and its English translation; the texts stand below <c>teams</c> of the wording.
/// Limits on lengths are the schema's.
/// </summary>
internal static class TeamsManifest
{
    public const string File = "manifest.json";
    public const string EnglishFile = "en.json";
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    const string Schemas = "https://developer.microsoft.com/json-schemas/teams/v1.17/";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // what people say most; the words are those of the buttons
    static readonly string[] Commands = ["tasks", "status", "help"];

    /// <summary>The manifest. <see cref="BotFrameworkOptions.AppId"/> must be a GUID and the URLs https; see <see cref="TeamsPackageCommand"/>.</summary>
    public static string Write(BotFrameworkOptions options, Wording wording) => new JsonObject
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
        ["name"] = new JsonObject { ["short"] = wording.Text("teams.name"), ["full"] = wording.Text("teams.full_name") },
        ["description"] = new JsonObject { ["short"] = wording.Text("teams.summary"), ["full"] = wording.Text("teams.description") },
        ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
        ["accentColor"] = TeamsIcons.Accent,
        ["bots"] = new JsonArray(Bot(options, wording)),
        ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
        ["validDomains"] = new JsonArray(new Uri(options.PublicUrl).Host),
    }.ToJsonString(Readable);

    /// <summary>The texts of <see cref="Write"/> in English, by their place in the manifest.</summary>
    public static string WriteEnglish(Wording english)
    {
        var translation = new JsonObject
        {
            ["$schema"] = Schemas + "MicrosoftTeams.Localization.schema.json",
            ["name.short"] = english.Text("teams.name"),
            ["name.full"] = english.Text("teams.full_name"),
            ["description.short"] = english.Text("teams.summary"),
            ["description.full"] = english.Text("teams.description"),
        };
        foreach (var (index, command) in Commands.Index())
        {
            translation[$"bots[0].commandLists[0].commands[{index}].title"] = english.Text($"buttons.{command}");
            translation[$"bots[0].commandLists[0].commands[{index}].description"] = english.Text($"teams.commands.{command}");
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

    static JsonObject Bot(BotFrameworkOptions options, Wording wording) => new()
    {
        ["botId"] = options.AppId,
        ["scopes"] = Scopes(),
        ["supportsFiles"] = true,
        ["commandLists"] = new JsonArray(new JsonObject
        {
            ["scopes"] = Scopes(),
            ["commands"] = new JsonArray([.. Commands.Select(command => Command(command, wording))]),
        }),
    };

    static JsonArray Scopes() => ["personal", "groupChat", "team"];

    static JsonObject Command(string command, Wording wording) =>
        new() { ["title"] = wording.Text($"buttons.{command}"), ["description"] = wording.Text($"teams.commands.{command}") };
}
