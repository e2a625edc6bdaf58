using System.Text.Json;
using System.Text.Json.Nodes;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// A message as a card for Teams. Its buttons are Action.Execute, whose answer replaces the card in place, each with an Action.Submit to fall back on for
/// clients that do not know it yet. The data of a button stands at the top level, beside its text.
/// </summary>
internal static class TeamsCard
{
    public const string ChannelId = "msteams";

    /// <summary>The type of a conversation with one person.</summary>
    public const string PersonalChat = "personal";

    /// <summary>The verb of every button: a tap says what the button says.</summary>
    public const string Verb = "tap";

    public static JsonElement Create(Outgoing message)
    {
        var card = JsonObject.Create(AdaptiveTable.Card(message with { Table = message.Table ?? new Table([], []) }))!;
        card.Remove("actions");
        if (message.Buttons.Count > 0)
            card["body"]!.AsArray().Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. message.Buttons.Select(Execute)]) });
        return JsonSerializer.SerializeToElement(card);
    }

    static JsonObject Execute(Button button) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = button.Text,
        ["verb"] = Verb,
        ["data"] = Data(button),
        ["fallback"] = Submit(button),
    };

    static JsonObject Submit(Button button)
    {
        var data = Data(button);
        data["msteams"] = new JsonObject
        {
            ["type"] = CardAction.MessageBack,
            ["text"] = button.Text,
            ["displayText"] = button.Text,
            ["value"] = Data(button),
        };
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = button.Text, ["data"] = data };
    }

    static JsonObject Data(Button button)
    {
        var data = new JsonObject { [AdaptiveTable.TextKey] = button.Text };
        foreach (var (name, value) in button.Data ?? new Dictionary<string, string>())
            data[name] = value;
        return data;
    }
}
