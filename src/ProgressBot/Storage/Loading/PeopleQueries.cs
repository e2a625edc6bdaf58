using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Storage.Loading;

/// <summary>How people are found.</summary>
static class PeopleQueries
{
    /// <summary>Who speaks from an address: one person or nobody. By the address, which has an index; asked for people with such an address, the database goes through all.</summary>
    public static IQueryable<Person> PersonAt(this BotDb db, Address from) => db.Set<PersonAddress>()
        .Where(address => address.Channel == from.Channel && address.Key == from.Key)
        .Join(db.Set<Person>(), address => address.PersonId, person => person.Id, (_, person) => person);

    /// <summary>With their addresses.</summary>
    public static Task<List<Person>> CoordinatorsAsync(this BotDb db) =>
        db.Set<Person>().AsNoTracking().Include(person => person.Addresses).Where(person => (person.Roles & Roles.Coordinator) != 0).ToListAsync();
}
