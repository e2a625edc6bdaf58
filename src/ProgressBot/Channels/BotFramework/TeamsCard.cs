using System.Text.Json;
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

    public static RawJson Create(Outgoing message) => RawJson.Of(json =>
    {
        AdaptiveTable.Begin(json, message);
        if (message.Buttons.Count > 0)
            ActionSet(json, message.Buttons);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    static void ActionSet(Utf8JsonWriter json, IReadOnlyList<Button> buttons)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "ActionSet"u8);
        json.WriteStartArray("actions"u8);
        foreach (var button in buttons)
            Execute(json, button);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Execute(Utf8JsonWriter json, Button button)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Execute"u8);
        json.WriteString("title"u8, button.Text);
        json.WriteString("verb"u8, Verb);
        json.WriteStartObject("data"u8);
        AdaptiveTable.Tap(json, button);
        json.WriteEndObject();
        json.WritePropertyName("fallback"u8);
        Submit(json, button);
        json.WriteEndObject();
    }

    static void Submit(Utf8JsonWriter json, Button button)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Submit"u8);
        json.WriteString("title"u8, button.Text);
        json.WriteStartObject("data"u8);
        AdaptiveTable.Tap(json, button);
        AdaptiveTable.MessageBack(json, "msteams", button);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
