namespace ProgressBot.Core.Reminding;

/// <summary>Makes one message per person of everything that is due, and keeps to a number of messages per person and week.</summary>
public static class ReminderMerge
{
    /// <summary>Messages a person gets in a week at most, unless something is due that very day.</summary>
    public const int WeeklyCap = 5;

    /// <summary>
    /// One merged reminder per person, in order of their ids; its parts are the most overdue first. Somebody who had <paramref name="cap"/> messages this
    /// week is left in peace, unless a part falls due today: then all parts go, since the message is sent anyway.
    /// </summary>
    /// <param name="sentThisWeek">Reminders a person got since Monday.</param>
    public static Merge<T> PerPerson<T>(IEnumerable<DueReminder<T>> due, Func<int, int> sentThisWeek, int cap = WeeklyCap)
    {
        var people = due.GroupBy(reminder => reminder.PersonId).OrderBy(person => person.Key).Select(Merged)
            .ToLookup(merged => sentThisWeek(merged.PersonId) < cap || merged.Parts.Any(part => part.Step.Kind == StepKind.DueDay));
        return new Merge<T>([.. people[true]], [.. people[false]]);
    }

    static MergedReminder<T> Merged<T>(IGrouping<int, DueReminder<T>> person)
    {
        var parts = person.OrderByDescending(part => part.Step.Offset).ThenBy(part => part.Step.At).ToList();
        return new MergedReminder<T>(person.Key, parts, parts.Any(part => part.Step.Copied));
    }
}

/// <summary>Something a person is to be reminded of.</summary>
/// <param name="What">The caller's own: an assignment, a plan's unit, an item with a deadline.</param>
public sealed record DueReminder<T>(int PersonId, T What, ReminderStep Step);

/// <summary>One message to one person about everything.</summary>
/// <param name="Copied">Whether any part is to be copied to the lead person and the coordinator.</param>
public sealed record MergedReminder<T>(int PersonId, IReadOnlyList<DueReminder<T>> Parts, bool Copied);

/// <summary>What is sent, and what the weekly cap holds back.</summary>
public sealed record Merge<T>(IReadOnlyList<MergedReminder<T>> Send, IReadOnlyList<MergedReminder<T>> Held);
