using System.Collections.Concurrent;
using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// The talks of late, in memory while their records stand, so that the next word needs no reading. Their records are changed by the write queue alone, and only
/// while the person's place is held.
/// </summary>
sealed class StandingShelf(RecordClock clock)
{
    /// <summary>When there are more, all are put away: a place is read again in a millisecond.</summary>
    const int Most = 5000;

    readonly ConcurrentDictionary<Address, Place> _heard = [];
    readonly ConcurrentDictionary<string, Place> _places = [];

    /// <summary>The session's key: by person, or by the address of somebody nobody knows yet.</summary>
    public static string KeyOf(Person? person, Address from) => person is null ? from.ToString() : "person:" + person.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place of whoever speaks from there; null when the bot has not heard from there lately.</summary>
    public Place? Find(Address from) => _heard.GetValueOrDefault(from);

    /// <summary>True while nobody has changed what it is made of.</summary>
    public bool Stands(Standing standing, DateOnly today) => standing.Day == today && clock.Stands(standing.Since, standing.Units);

    public void Keep(Standing standing, Address from)
    {
        var key = KeyOf(standing.Person, from);
        if (!_places.TryGetValue(key, out var place) || Find(from) != place) place = Add(key, from);
        place.Standing = standing;
    }

    public void Drop(Address from)
    {
        if (Find(from) is { } place) place.Standing = null;
    }

    Place Add(string key, Address from)
    {
        if (_places.Count >= Most || _heard.Count >= Most)
        {
            _heard.Clear();
            _places.Clear();
        }
        return _heard[from] = _places.GetOrAdd(key, static _ => new Place());
    }

    /// <summary>One person's turns take place one after the other.</summary>
    public sealed class Place
    {
        volatile Standing? _standing;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Standing? Standing
        {
            get => _standing;
            set => _standing = value;
        }
    }
}
