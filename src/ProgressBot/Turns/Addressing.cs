using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Turns;

/// <summary>Where a person is written to: where the person wrote from last, unless the channel refuses it.</summary>
static class Addressing
{
    public static Address? Of(Person person) => person.Addresses
        .Where(address => address.DeadSince is null)
        .OrderByDescending(address => address.SeenAt)
        .Select(address => new Address(address.Channel, address.Key))
        .FirstOrDefault();
}
