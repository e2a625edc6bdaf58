using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Storage.Mapping;

sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Ignore(person => person.Address);
        // every turn tells the few coordinators among many people
        builder.HasIndex(person => person.Roles).HasFilter($"(\"Roles\" & {(int)Roles.Coordinator}) <> 0");
        builder.HasMany(person => person.Memberships).WithOne().HasForeignKey(membership => membership.PersonId);
        builder.HasMany(person => person.Addresses).WithOne().HasForeignKey(address => address.PersonId);
    }
}

sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.PersonId, membership.UnitId });
        builder.HasIndex(membership => membership.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(membership => membership.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PersonAddressMapping : IEntityTypeConfiguration<PersonAddress>
{
    public void Configure(EntityTypeBuilder<PersonAddress> builder)
    {
        builder.ToTable("PersonAddresses");
        builder.HasIndex(address => new { address.Channel, address.Key }).IsUnique();
    }
}

sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.HasIndex(invitation => invitation.CodeHash).IsUnique();
    }
}
