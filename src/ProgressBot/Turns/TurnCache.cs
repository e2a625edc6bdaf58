using System.Collections.Concurrent;
using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>The talks of late, in memory while their records stand, so that the next word needs no reading.</summary>
sealed class TurnCache(RecordClock clock)
{
    /// <summary>When there are more, all are dropped: one is read again in a millisecond or two.</summary>
    const int Most = 5000;

    readonly ConcurrentDictionary<Address, Entry> _byAddress = [];
    readonly ConcurrentDictionary<string, Entry> _byTalk = [];

    /// <summary>The session's key: by person, or by the address of somebody nobody knows yet.</summary>
    public static string KeyOf(Person? person, Address from) => person is null ? from.ToString() : "person:" + person.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The entry of whoever speaks from there; null when the bot has not heard from there lately.</summary>
    public Entry? Find(Address from) => _byAddress.GetValueOrDefault(from);

    /// <summary>True while nobody has changed what it is made of.</summary>
    public bool Stands(Standing standing, DateOnly today) => standing.Day == today && clock.Stands(standing.Since, standing.Units);

    public void Keep(Standing standing, Address from)
    {
        var key = KeyOf(standing.Person, from);
        if (!_byTalk.TryGetValue(key, out var entry) || Find(from) != entry) entry = Add(key, from);
        entry.Standing = standing;
    }

    public void Drop(Address from)
    {
        if (Find(from) is { } entry) entry.Standing = null;
    }

    Entry Add(string key, Address from)
    {
        if (_byTalk.Count >= Most || _byAddress.Count >= Most)
        {
            _byAddress.Clear();
            _byTalk.Clear();
        }
        return _byAddress[from] = _byTalk.GetOrAdd(key, static _ => new Entry());
    }

    /// <summary>One talk. Its turns take place one after the other.</summary>
    public sealed class Entry
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
