using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Channels.DirectLine;

namespace ProgressBot.Storage.Mapping;

sealed class DirectLineConversationMapping : IEntityTypeConfiguration<DirectLineConversation>
{
    public void Configure(EntityTypeBuilder<DirectLineConversation> builder)
    {
        builder.ToTable("DirectLineConversations");
        builder.HasKey(conversation => conversation.Id);
        builder.Property(conversation => conversation.Id).HasMaxLength(64);
        builder.Property(conversation => conversation.UserId).HasMaxLength(200);
        builder.HasIndex(conversation => conversation.UserId);
    }
}

sealed class DirectLineActivityMapping : IEntityTypeConfiguration<DirectLineActivity>
{
    public void Configure(EntityTypeBuilder<DirectLineActivity> builder)
    {
        builder.ToTable("DirectLineActivities");
        builder.HasKey(activity => new { activity.ConversationId, activity.Number });
        builder.Property(activity => activity.ConversationId).HasMaxLength(64);
        builder.Property(activity => activity.Once).HasMaxLength(300);
        builder.HasIndex(activity => new { activity.ConversationId, activity.Once }).IsUnique();
        builder.HasOne<DirectLineConversation>().WithMany().HasForeignKey(activity => activity.ConversationId);
    }
}
