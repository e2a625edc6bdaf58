using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;

namespace ProgressBot.Storage.Mapping;

/// <summary>Finished messages have no <c>NextAt</c> and stand in neither of the senders' indexes: the queue does not get slower with its history.</summary>
internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<DeadAddress>, IEntityTypeConfiguration<SenderDuty>
{
    const string Unfinished = "\"NextAt\" IS NOT NULL";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.Channel, message.Kind, message.NextAt }).HasFilter(Unfinished);
        builder.HasIndex(message => new { message.Channel, message.AddressKey, message.Id }).HasFilter(Unfinished);
        builder.Property(message => message.Claim).IsConcurrencyToken();
        builder.Ignore(message => message.Address);
        builder.Ignore(message => message.Outgoing);
    }

    public void Configure(EntityTypeBuilder<SenderDuty> builder)
    {
        builder.ToTable("SenderDuties");
        builder.HasKey(duty => duty.Channel);
    }

    public void Configure(EntityTypeBuilder<DeadAddress> builder)
    {
        builder.ToTable("DeadAddresses");
        builder.HasKey(address => new { address.Channel, address.Key });
    }
}
