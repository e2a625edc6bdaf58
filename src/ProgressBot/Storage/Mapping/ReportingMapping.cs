using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Mapping;

sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("Rounds");
        builder.Property(round => round.State).HasConversion<string>();
        builder.HasIndex(round => new { round.PlanId, round.PeriodStart }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(round => round.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(round => round.EndsAt);
        builder.HasMany(round => round.Reports).WithOne().HasForeignKey(report => report.RoundId);
        builder.HasMany(round => round.Extensions).WithOne().HasForeignKey(extension => extension.RoundId);
    }
}

sealed class ExtensionMapping : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.ToTable("Extensions");
        builder.Property(extension => extension.State).HasConversion<string>();
        builder.HasIndex(extension => new { extension.RoundId, extension.UnitId });
    }
}

sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.Property(report => report.State).HasConversion<string>();
        builder.Property(report => report.Role).HasConversion<string>();
        builder.Property(report => report.Revision).IsConcurrencyToken();
        builder.HasIndex(report => new { report.RoundId, report.WorkItemId, report.UnitId }).IsUnique();
        builder.HasIndex(report => new { report.UnitId, report.WorkItemId });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(report => report.WorkItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(report => report.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(report => report.Versions).WithOne().HasForeignKey(version => version.ReportId);
        builder.HasIndex(report => report.RoundId).HasFilter($"\"State\" IN ('{ReportState.Submitted}', '{ReportState.Returned}')");
        builder.Ignore(report => report.Current);
        builder.Ignore(report => report.Standing);
        builder.Ignore(report => report.UnderReview);
        builder.Ignore(report => report.Approved);
    }
}

sealed class ReportVersionMapping : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("ReportVersions");
        builder.Property(version => version.Verdict).HasConversion<string>();
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
        builder.HasMany(version => version.Figures).WithOne().HasForeignKey(figure => figure.ReportVersionId);
        builder.HasMany(version => version.States).WithOne().HasForeignKey(state => state.ReportVersionId);
        builder.HasMany(version => version.Statements).WithOne().HasForeignKey(statement => statement.ReportVersionId);
    }
}

sealed class FigureMapping : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.ToTable("Figures");
        builder.Property(figure => figure.Basis).HasConversion<string>();
        builder.Property(figure => figure.Comparator).HasConversion<string>();
        builder.HasIndex(figure => figure.IndicatorId);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(figure => figure.IndicatorId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ReportedStateMapping : IEntityTypeConfiguration<ReportedState>
{
    public void Configure(EntityTypeBuilder<ReportedState> builder)
    {
        builder.ToTable("ReportedStates");
        builder.Property(state => state.State).HasConversion<string>();
        builder.HasOne<Milestone>().WithMany().HasForeignKey(state => state.MilestoneId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class StatementMapping : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("Statements");
        builder.Property(statement => statement.Kind).HasConversion<string>();
    }
}

sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("Evidence");
        builder.HasIndex(piece => new { piece.UnitId, piece.WorkItemId });
        builder.HasOne<Round>().WithMany().HasForeignKey(piece => piece.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(piece => piece.Verdict).HasConversion<string>();
        builder.HasMany(piece => piece.Proofs).WithOne().HasForeignKey(proof => proof.EvidenceId);
    }
}

sealed class EvidenceProofMapping : IEntityTypeConfiguration<EvidenceProof>
{
    public void Configure(EntityTypeBuilder<EvidenceProof> builder)
    {
        builder.ToTable("EvidenceProofs");
        builder.HasKey(proof => new { proof.EvidenceId, proof.RequirementId });
        builder.HasOne<EvidenceRequirement>().WithMany().HasForeignKey(proof => proof.RequirementId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class TotalMapping : IEntityTypeConfiguration<Total>
{
    public void Configure(EntityTypeBuilder<Total> builder)
    {
        builder.ToTable("Totals");
        builder.HasKey(total => new { total.IndicatorId, total.UnitId });
        builder.HasIndex(total => total.UnitId);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(total => total.IndicatorId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class MilestoneStandingMapping : IEntityTypeConfiguration<MilestoneStanding>
{
    public void Configure(EntityTypeBuilder<MilestoneStanding> builder)
    {
        builder.ToTable("MilestoneStandings");
        builder.HasKey(standing => new { standing.MilestoneId, standing.UnitId });
        builder.HasIndex(standing => standing.UnitId);
        builder.Property(standing => standing.Approved).HasConversion<string>();
        builder.Property(standing => standing.Reported).HasConversion<string>();
    }
}

sealed class NudgeMapping : IEntityTypeConfiguration<Nudge>
{
    public void Configure(EntityTypeBuilder<Nudge> builder)
    {
        builder.ToTable("Nudges");
        builder.HasIndex(nudge => new { nudge.RoundId, nudge.UnitId });
        builder.HasIndex(nudge => nudge.At);
    }
}
