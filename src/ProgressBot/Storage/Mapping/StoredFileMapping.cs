using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ProgressBot.Storage.Mapping;

sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.HasKey(file => file.Key);
        builder.Property(file => file.Key).HasMaxLength(64);
        builder.Property(file => file.Name).HasMaxLength(200);
        builder.Property(file => file.ContentType).HasMaxLength(120);
        builder.Property(file => file.Sha256).HasMaxLength(64);
    }
}
