using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>The last receipt number of the day, in memory while nobody else hands any out.</summary>
sealed class Receipts(PreparedRows rows, RecordClock clock)
{
    volatile Last? _last;

    sealed record Last(long Since, DateOnly Day, int Number);

    /// <summary>The next number; null when it has to be read first.</summary>
    public int? Peek(DateOnly today) => _last is { } last && last.Day == today && clock.Stands(last.Since, []) ? last.Number + 1 : null;

    public async Task<int> NextAsync(BotDb db, DateOnly today)
    {
        if (Peek(today) is { } next) return next;
        var since = clock.Now;
        var number = await db.Set<ReceiptCounter>().AsNoTracking().Where(counter => counter.Day == today).Select(counter => counter.Last).FirstOrDefaultAsync();
        _last = new Last(since, today, number);
        return number + 1;
    }

    /// <summary>Uses a number up, in the transaction of what it was given for.</summary>
    public void Use(BotDb db, DateOnly today, int number)
    {
        rows.Upsert(db, new ReceiptCounter { Day = today, Last = number });
        _last = new Last(clock.Now, today, number);
    }
}
