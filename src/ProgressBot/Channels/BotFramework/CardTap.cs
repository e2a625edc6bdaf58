using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The invoke <c>adaptiveCard/action</c> (Universal Action Model): a tap on an Action.Execute button, answered in the response by the card that takes the
/// old one's place.
/// </summary>
internal static class CardTap
{
    public const string InvokeName = "adaptiveCard/action";

    const string ErrorType = "application/vnd.microsoft.error";
    const string TextType = "application/vnd.microsoft.activity.message";

    /// <summary>The tap as if its data had been submitted; or the error that says what is wrong with it.</summary>
    public static (Activity? Submitted, object? Error) Read(Activity invoke)
    {
        if (invoke.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
            return (null, Error("BadRequest", "value.action is missing or no object"));
        if (!action.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "Action.Execute")
            return (null, Error("NotSupported", "only Action.Execute is supported"));
        var data = action.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object ? found : ActivityJson.ToElement(new { });
        return (invoke with { Text = null, Value = data }, null);
    }

    /// <summary>The answer that shows the bot's reply in place of the card; without a reply (the tap was a repetition) the card stays.</summary>
    public static object Answer(Outgoing? reply) => reply is null
        ? new { statusCode = 200, type = TextType, value = "" }
        : new { statusCode = 200, type = CardTypes.Adaptive, value = TeamsCard.Create(reply) };

    static object Error(string code, string message) => new { statusCode = 400, type = ErrorType, value = new { code, message } };
}
