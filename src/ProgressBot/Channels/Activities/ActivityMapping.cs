using System.Text.Json;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.Activities;

/// <summary>Between the bot's own words (<see cref="Outgoing"/>, <see cref="Incoming"/>) and activities.</summary>
internal static class ActivityMapping
{
    /// <summary>Channel data of a message whose card repeats what its text says; a client that shows the card may leave the text out.</summary>
    public const string CardRepeatsText = "cardRepeatsText";

    static readonly JsonElement CardRepeats = ActivityJson.ToElement(new Dictionary<string, bool> { [CardRepeatsText] = true });

    /// <summary>
    /// A message activity without any addressing. Buttons become suggested actions that send their text (imBack). A table becomes an Adaptive Card 1.3
    /// that carries the buttons, and the text stays beside it for clients without cards.
    /// </summary>
    public static Activity ToActivity(Outgoing message) => new()
    {
        Type = ActivityTypes.Message,
        Text = message.Text,
        TextFormat = TextFormats.Plain,
        InputHint = "acceptingInput",
        Attachments = Attachments(message),
        ChannelData = message.Table is null ? null : CardRepeats,
        SuggestedActions = message.Table is null && message.Buttons.Count > 0
            ? new SuggestedActions { Actions = [.. message.Buttons.Select(ImBack)] }
            : null,
    };

    /// <summary>What was typed, or what the tapped button says when nothing was typed; empty when neither.</summary>
    public static string TextOf(Activity activity) =>
        string.IsNullOrEmpty(activity.Text) ? CardOf(activity)?.GetValueOrDefault(AdaptiveTable.TextKey) ?? "" : activity.Text;

    /// <summary>The data of a submitted card, values as text (a number or a yes/no as JSON writes it, nested values left out); null when there is none.</summary>
    public static IReadOnlyDictionary<string, string>? CardOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
            ? value.EnumerateObject().Where(IsPlain).GroupBy(field => field.Name).ToDictionary(same => same.Key, same => same.Last().Value.ToString())
            : null;

    static List<Attachment>? Attachments(Outgoing message)
    {
        List<Attachment> attachments = [];
        if (message.Table is not null)
            attachments.Add(new Attachment { ContentType = CardTypes.Adaptive, Content = AdaptiveTable.Card(message) });
        if (message.Download is { } download)
            attachments.Add(new Attachment { ContentType = "application/octet-stream", ContentUrl = download.Url, Name = download.Title });
        return attachments.Count > 0 ? attachments : null;
    }

    static CardAction ImBack(Button button) =>
        new() { Type = CardAction.ImBack, Title = button.Text, Value = RawJson.Of(button.Text) };

    static bool IsPlain(JsonProperty field) =>
        field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
