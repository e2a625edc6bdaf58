using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Mapping;

sealed class RoundReminderMapping : IEntityTypeConfiguration<RoundReminder>
{
    public void Configure(EntityTypeBuilder<RoundReminder> builder)
    {
        builder.ToTable("RoundReminders");
        builder.HasKey(reminder => new { reminder.RoundId, reminder.PersonId });
        builder.HasIndex(reminder => reminder.NextAt);
        builder.Property(reminder => reminder.NextAt).IsConcurrencyToken();
        builder.HasOne<Round>().WithMany().HasForeignKey(reminder => reminder.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId);
    }
}

sealed class ItemReminderMapping : IEntityTypeConfiguration<ItemReminder>
{
    public void Configure(EntityTypeBuilder<ItemReminder> builder)
    {
        builder.ToTable("ItemReminders");
        builder.HasKey(reminder => new { reminder.WorkItemId, reminder.PersonId });
        builder.HasIndex(reminder => reminder.NextAt);
        builder.Property(reminder => reminder.NextAt).IsConcurrencyToken();
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(reminder => reminder.WorkItemId);
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId);
    }
}

sealed class ReminderRecordMapping : IEntityTypeConfiguration<ReminderRecord>
{
    public void Configure(EntityTypeBuilder<ReminderRecord> builder)
    {
        builder.ToTable("ReminderRecords");
        builder.Property(record => record.Step).HasConversion<string>();
        builder.Property(record => record.Outcome).HasConversion<string>();
        builder.HasIndex(record => new { record.PersonId, record.At });
    }
}

sealed class SentDigestMapping : IEntityTypeConfiguration<SentDigest>
{
    public void Configure(EntityTypeBuilder<SentDigest> builder)
    {
        builder.ToTable("SentDigests");
        builder.HasIndex(digest => new { digest.PlanId, digest.At });
    }
}

sealed class DigestMarkMapping : IEntityTypeConfiguration<DigestMark>
{
    public void Configure(EntityTypeBuilder<DigestMark> builder)
    {
        builder.ToTable("DigestMarks");
        builder.HasKey(mark => mark.PlanId);
        builder.Property(mark => mark.PlanId).ValueGeneratedNever();
        builder.Property(mark => mark.NextAt).IsConcurrencyToken();
        builder.Property(mark => mark.Noticed).IsConcurrencyToken();
        builder.HasOne<Plan>().WithMany().HasForeignKey(mark => mark.PlanId);
    }
}
