using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;

namespace ProgressBot.Web;

/// <summary>The page's view of people: who a link or address belongs to.</summary>
sealed class People(IDbContextFactory<BotDb> databases, Store store, TimeProvider clock)
{
    /// <summary>A sign-in link of somebody known, once. Invitations of new people are typed into the chat instead, which asks for the name.</summary>
    public async ValueTask<PersonIdentity?> RedeemAsync(string code, CancellationToken cancellationToken)
    {
        var id = await store.RunAsync(async unit =>
        {
            if (await OpenLinkAsync(unit.Db, code) is not { PersonId: { } person } invitation) return null;
            unit.Save(RowChange.Change(invitation.UseUp(person, clock.GetUtcNow())));
            return (int?)person;
        }, cancellationToken);
        return id is null ? null : await FindAsync(id.Value.ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    public async ValueTask<bool> KnowsAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await OpenLinkAsync(db, code) is not null;
    }

    async Task<Invitation?> OpenLinkAsync(BotDb db, string code)
    {
        var hash = InvitationCode.Hash(code);
        var invitation = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(invitation => invitation.CodeHash == hash && invitation.PersonId != null);
        return invitation?.StateAt(clock.GetUtcNow()) == InvitationState.Open ? invitation : null;
    }

    public async ValueTask<PersonIdentity?> FindAsync(string personId, CancellationToken cancellationToken)
    {
        if (!int.TryParse(personId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await IdentityAsync(db, db.Set<Person>().Where(person => person.Id == id), cancellationToken);
    }

    public async ValueTask<PersonIdentity?> FindAtAsync(Address address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await IdentityAsync(db, db.PersonAt(address), cancellationToken);
    }

    public async ValueTask JoinAsync(Address known, Address other, CancellationToken cancellationToken)
    {
        if (await FindAtAsync(known, cancellationToken) is { } person) await ClaimAsync(person.Id, other, cancellationToken);
    }

    public async ValueTask ClaimAsync(string personId, Address address, CancellationToken cancellationToken)
    {
        var id = int.Parse(personId, CultureInfo.InvariantCulture);
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            if (await db.Set<PersonAddress>().AnyAsync(known => known.Channel == address.Channel && known.Key == address.Key, cancellationToken)) return;
        await store.RunAsync(async unit =>
        {
            if (await unit.Db.Set<PersonAddress>().AnyAsync(known => known.Channel == address.Channel && known.Key == address.Key)) return false;
            var person = await unit.Db.Set<Person>().AsNoTracking().AsSplitQuery().Include(each => each.Memberships).Include(each => each.Addresses).SingleAsync(each => each.Id == id);
            var claimed = new PersonAddress { Id = unit.Numbers.Next<PersonAddress>(), Channel = address.Channel, Key = address.Key, SeenAt = clock.GetUtcNow() };
            unit.Save(Rows.Replaced(person, person.SpeakFrom(claimed)));
            return true;
        }, cancellationToken);
    }

    static async Task<PersonIdentity?> IdentityAsync(BotDb db, IQueryable<Person> people, CancellationToken cancellationToken)
    {
        if (await people.AsNoTracking().Include(person => person.Memberships).FirstOrDefaultAsync(cancellationToken) is not { } person) return null;
        var units = person.Memberships.Select(membership => membership.UnitId).ToList();
        var names = await db.Set<Unit>().Where(unit => units.Contains(unit.Id)).OrderBy(unit => unit.Id).Select(unit => unit.Name).ToListAsync(cancellationToken);
        return new PersonIdentity(person.Id.ToString(CultureInfo.InvariantCulture), person.Name, names.Count == 0 ? null : string.Join("、", names), person.Locale) { Roles = person.Roles };
    }
}
