using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Channels.BotFramework;

namespace ProgressBot.Storage.Mapping;

internal sealed class ConversationReferenceMapping : IEntityTypeConfiguration<ConversationReference>
{
    public void Configure(EntityTypeBuilder<ConversationReference> builder)
    {
        builder.ToTable("ConversationReferences");
        builder.HasKey(reference => reference.Key);
        builder.Ignore(reference => reference.ActivityId);
        builder.Ignore(reference => reference.CardId);
        builder.Ignore(reference => reference.Heard);
        builder.Ignore(reference => reference.ConversationAccount);
        builder.Ignore(reference => reference.UserAccount);
        builder.Ignore(reference => reference.BotAccount);
        builder.Ignore(reference => reference.Address);
    }
}
