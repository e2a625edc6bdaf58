using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>The bot's messages as activities, addressed, and in the form that the channel behind the Connector can show.</summary>
internal static class OutgoingActivities
{
    /// <param name="publicUrl">Our own address from outside; empty when nobody told, which leaves download links out.</param>
    public static Activity Create(ConversationReference reference, Outgoing message, string publicUrl)
    {
        var linked = WithLink(message, publicUrl);
        var activity = reference.ChannelId == TeamsCard.ChannelId && NeedsCard(reference, linked) ? CardAlone(linked) : ActivityMapping.ToActivity(linked);
        return reference.Apply(activity.SuggestedActions is { } suggested ? activity with { SuggestedActions = For(reference, suggested) } : activity);
    }

    static SuggestedActions For(ConversationReference reference, SuggestedActions suggested) => suggested with { To = [reference.UserAccount.Id!] };

    // an attachment of a foreign server is shown by no channel alike; a link in the text is by all
    static Outgoing WithLink(Outgoing message, string publicUrl) => message.Download switch
    {
        null => message,
        _ when publicUrl.Length == 0 => message with { Download = null },
        var link => message with { Text = $"{message.Text}\n{link.Title} {publicUrl.TrimEnd('/')}{link.Url}", Download = null },
    };

    // Teams shows suggested actions in personal chats only, and they cannot carry what a tap refers to; what takes a card's place is a card
    static bool NeedsCard(ConversationReference reference, Outgoing message) =>
        message.Table is not null
        || reference.CardId is not null
        || message.Buttons.Any(button => button.Data is not null)
        || (message.Buttons.Count > 0 && reference.IsGroup);

    // Teams splits text and card into two messages and then gives no id, so the text goes into the card, and into the notification
    static Activity CardAlone(Outgoing message) => new()
    {
        Type = ActivityTypes.Message,
        Summary = message.Text.Split('\n', 2)[0],
        InputHint = "acceptingInput",
        Attachments = [new Attachment { ContentType = CardTypes.Adaptive, Content = TeamsCard.Create(message) }],
    };
}
