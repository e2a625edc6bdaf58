using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>What must be known to decide what an event means for the record.</summary>
public sealed record RecordFacts(Ledger Ledger, DateTimeOffset Now, WorkingCalendar Calendar, TimeZoneInfo Zone, RowNumbers Numbers)
{
    /// <summary>Who did it; null for the command line, and for somebody nobody knows yet.</summary>
    public Person? Speaker { get; init; }

    /// <summary>Where it was said, and in which message; null for what happens outside a talk.</summary>
    public Address? From { get; init; }
    public string? MessageId { get; init; }

    /// <summary>People who are named and perhaps not in the ledger.</summary>
    public IReadOnlyList<Person> Named { get; init; } = [];

    /// <summary>Every figure and state on record of the units and items that the event touches, closed rounds included.</summary>
    public IReadOnlyList<CountedFigure> Figures { get; init; } = [];
    public IReadOnlyList<CountedState> States { get; init; } = [];

    /// <summary>Reminders of the live rounds; needed only where <c>EventNeeds</c> says so.</summary>
    public IReadOnlyList<RoundReminder> Reminders { get; init; } = [];

    /// <summary>The invitation that was typed.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>The document that becomes a plan.</summary>
    public PlanReading? Reading { get; init; }

    public IReadOnlyDictionary<int, DigestMark> DigestMarks { get; init; } = new Dictionary<int, DigestMark>();

    /// <summary>How long a code may be used that was made for somebody new, and for a known person's other device.</summary>
    public TimeSpan InvitationLifetime { get; init; } = TimeSpan.FromDays(7);
    public TimeSpan SignInLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The number of the receipt that was given out in this turn.</summary>
    public int Receipt { get; init; }

    public DateOnly Today => Zone.Today(Now);

    /// <summary>Somebody who is known; null for anybody else.</summary>
    public Person? PersonWith(int? id) => Ledger.People.Concat(Named).FirstOrDefault(person => person.Id == id) ?? (Speaker?.Id == id ? Speaker : null);

    /// <summary>What is known when something has been decided, for what is decided next.</summary>
    public RecordFacts After(Changes changes)
    {
        if (changes.IsEmpty) return this;
        var (ledger, speaker, named, reminders, invitation) = (Ledger.After(changes.Rows), Speaker, Named, Reminders, Invitation);
        foreach (var change in changes.Rows)
            if (change.Row is Person person)
            {
                if (speaker is null || speaker.Id == person.Id) speaker = person;
                named = [.. named.Select(known => known.Id == person.Id ? person : known)];
            }
            else if (change.Row is PersonAddress address && speaker?.Id == address.PersonId) speaker = speaker.With(address);
            else if (change.Row is RoundReminder row)
                reminders = [.. reminders.Where(known => known.RoundId != row.RoundId || known.PersonId != row.PersonId), row];
            else if (change.Row is Invitation used && used.Id == invitation?.Id) invitation = used;
        return this with { Ledger = ledger, Speaker = speaker, Named = named, Reminders = reminders, Invitation = invitation };
    }
}
