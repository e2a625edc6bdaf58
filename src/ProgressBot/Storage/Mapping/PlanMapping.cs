using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Storage.Mapping;

sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans");
        builder.HasIndex(plan => new { plan.Title, plan.Year }).IsUnique();
        builder.Property(plan => plan.Period).HasConversion<string>();
        builder.Property(plan => plan.State).HasConversion<string>();
        builder.Property(plan => plan.Schedule).HasConversion<ScheduleJson>().HasDefaultValue(new PlanSchedule());
        builder.Ignore(plan => plan.Zone);
        builder.HasMany(plan => plan.Items).WithOne().HasForeignKey(item => item.PlanId);
    }
}

sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.HasIndex(item => new { item.PlanId, item.Number }); // what was taken out keeps its number, too
        builder.Ignore(item => item.Whole);
        builder.HasMany(item => item.Milestones).WithOne().HasForeignKey(milestone => milestone.WorkItemId);
        builder.HasMany(item => item.Indicators).WithOne().HasForeignKey(indicator => indicator.WorkItemId);
        builder.HasMany(item => item.Requirements).WithOne().HasForeignKey(requirement => requirement.WorkItemId);
        builder.HasMany(item => item.Assignments).WithOne().HasForeignKey(assignment => assignment.WorkItemId);
    }
}

sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("Indicators");
        builder.Property(indicator => indicator.Comparator).HasConversion<string>();
        builder.Property(indicator => indicator.Basis).HasConversion<string>();
        builder.Property(indicator => indicator.Sharing).HasConversion<string>();
        builder.Property(indicator => indicator.MoneyStage).HasConversion<string>();
        builder.HasMany(indicator => indicator.Stages).WithOne().HasForeignKey(stage => stage.IndicatorId);
        builder.HasMany(indicator => indicator.TargetChanges).WithOne().HasForeignKey(change => change.IndicatorId);
    }
}

sealed class IndicatorStageMapping : IEntityTypeConfiguration<IndicatorStage>
{
    public void Configure(EntityTypeBuilder<IndicatorStage> builder) => builder.ToTable("IndicatorStages");
}

sealed class TargetChangeMapping : IEntityTypeConfiguration<TargetChange>
{
    public void Configure(EntityTypeBuilder<TargetChange> builder) => builder.ToTable("TargetChanges");
}

sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder) => builder.ToTable("Milestones");
}

sealed class EvidenceRequirementMapping : IEntityTypeConfiguration<EvidenceRequirement>
{
    public void Configure(EntityTypeBuilder<EvidenceRequirement> builder) => builder.ToTable("EvidenceRequirements");
}

sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.HasIndex(unit => unit.Name).IsUnique();
        builder.HasMany(unit => unit.Members).WithOne().HasForeignKey(member => member.GroupId);
    }
}

sealed class GroupMemberMapping : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("GroupMembers");
        builder.HasKey(member => new { member.GroupId, member.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(member => member.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.Property(assignment => assignment.Role).HasConversion<string>();
        builder.HasIndex(assignment => new { assignment.WorkItemId, assignment.UnitId }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(assignment => assignment.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A plan's settings as one JSON text: what an older text lacks has its default.</summary>
sealed class ScheduleJson() : ValueConverter<PlanSchedule, string>(schedule => JsonSerializer.Serialize(schedule, Options), json => JsonSerializer.Deserialize<PlanSchedule>(json, Options)!)
{
    static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };
}
