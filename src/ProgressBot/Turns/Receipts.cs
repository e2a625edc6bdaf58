using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// Numbers the receipts of a day, in memory while nobody else does. A number that is taken is not given to another turn, also before it is written down; one whose
/// turn fails stays unused.
/// </summary>
sealed class Receipts(PreparedRows rows, RecordClock clock)
{
    readonly Lock _gate = new();
    Counter? _counter;

    /// <param name="Written">The highest number on record.</param>
    /// <param name="Next">The lowest that nobody has taken.</param>
    sealed record Counter(long Since, DateOnly Day, int Written, int Next);

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
        lock (_gate) _counter = new Counter(since, today, number, number + 1);
        return number + 1;
    }

    /// <summary>Uses a number up, in the transaction of what it was given for.</summary>
    public void Use(BotDb db, DateOnly today, int number)
    {
        lock (_gate)
        {
            var counter = Standing(today);
            var written = Math.Max(number, counter?.Written ?? 0);
            rows.Upsert(db, new ReceiptCounter { Day = today, Last = written });
            _counter = new Counter(clock.Now, today, written, Math.Max(number + 1, counter?.Next ?? 0));
        }
    }

    Counter? Standing(DateOnly today) => _counter is { } counter && counter.Day == today && clock.Stands(counter.Since, []) ? counter : null;
}
