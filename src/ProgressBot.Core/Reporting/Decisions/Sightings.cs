using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Where somebody was heard from last: that is where the bot writes to.</summary>
public static class Sightings
{
    /// <summary>A person who is heard again within this time was here all along.</summary>
    static readonly TimeSpan SeenAgain = TimeSpan.FromHours(1);

    /// <summary>What it means that a person speaks from an address; nothing when that is known already.</summary>
    public static Changes Of(Person person, Address from, DateTimeOffset now)
    {
        if (person.Addresses.FirstOrDefault(address => address.Channel == from.Channel && address.Key == from.Key) is not { } known || !IsNews(person, known, now)) return Changes.None;
        var seen = known with { SeenAt = now, DeadSince = null };
        var dead = new DeadAddress { Channel = from.Channel, Key = from.Key, Since = now, Reason = "" };
        return known.DeadSince is null ? Changes.Of(RowChange.Change(seen)) : Changes.Of(RowChange.Change(seen), RowChange.Remove(dead));
    }

    static bool IsNews(Person person, PersonAddress address, DateTimeOffset now) =>
        address.DeadSince is not null || now - address.SeenAt > SeenAgain || person.Addresses.Any(other => other.SeenAt > address.SeenAt);
}
