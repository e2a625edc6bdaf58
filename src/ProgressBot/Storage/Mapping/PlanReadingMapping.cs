using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Core.Plans;

namespace ProgressBot.Storage.Mapping;

sealed class PlanReadingMapping : IEntityTypeConfiguration<PlanReading>
{
    public void Configure(EntityTypeBuilder<PlanReading> builder)
    {
        builder.ToTable("PlanReadings");
        builder.HasKey(reading => reading.Key);
        builder.Property(reading => reading.State).HasConversion<string>();
        builder.HasOne<Plan>().WithMany().HasForeignKey(reading => reading.PlanId);
    }
}
