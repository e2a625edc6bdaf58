using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// Numbers the receipts of a day, in memory while nobody else does. A number that is taken is not given to another turn, also before it is written down; one whose
/// turn fails stays unused.
/// </summary>
sealed class Receipts(RecordClock clock)
{
    readonly Lock _gate = new();
    Counter? _counter;

    /// <param name="Next">The lowest that nobody has taken.</param>
    sealed record Counter(long Since, DateOnly Day, int Next);

    /// <summary>The next number; null when it has to be read first.</summary>
    public int? Peek(DateOnly today)
    {
        lock (_gate) return Standing(today)?.Next;
    }

    /// <summary>Takes a number ahead of writing it down. False when somebody else has it.</summary>
    public bool Take(DateOnly today, int number)
    {
        lock (_gate)
        {
            if (Standing(today) is not { } counter || counter.Next != number) return false;
            _counter = counter with { Next = number + 1 };
            return true;
        }
    }

    public async Task<int> NextAsync(BotDb db, DateOnly today)
    {
        if (Peek(today) is { } next) return next;
        var since = clock.Now;
        var number = await db.Set<ReceiptCounter>().AsNoTracking().Where(counter => counter.Day == today).Select(counter => counter.Last).FirstOrDefaultAsync();
        lock (_gate) _counter = new Counter(since, today, number + 1);
        return number + 1;
    }

    /// <summary>What else was written in the unit of work that used a number does not make it be read again.</summary>
    public void Used(DateOnly today, int number)
    {
        lock (_gate) _counter = new Counter(clock.Now, today, Math.Max(number + 1, _counter is { } counter && counter.Day == today ? counter.Next : 0));
    }

    Counter? Standing(DateOnly today) => _counter is { } counter && counter.Day == today && clock.Stands(counter.Since, []) ? counter : null;
}
