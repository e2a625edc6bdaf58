// Throws where the SDK's own schema disagrees with an activity of the bot's.
const schema = require('botframework-schema');

module.exports = function check(activity) {
  schema.assertChannelAccount(activity.from);
  schema.assertChannelAccount(activity.recipient);
  schema.assertConversationAccount(activity.conversation);
  for (const attachment of activity.attachments ?? []) schema.assertAttachment(attachment);
  if (activity.suggestedActions) schema.assertSuggestedActions(activity.suggestedActions);
};
