using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Turns;

public sealed class ReceiptsTests : IDisposable
{
    static readonly DateOnly Today = new(2022, 9, 27);

    readonly TestDatabase _database = new();
    readonly RecordClock _clock = new();
    readonly Receipts _receipts;

    public ReceiptsTests() => _receipts = new Receipts(_clock);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_number_that_is_taken_is_nobody_else_s()
    {
        await using var db = _database.CreateDbContext();
        Assert.Null(_receipts.Peek(Today));
        Assert.Equal(1, await _receipts.NextAsync(db, Today));
        Assert.True(_receipts.Take(Today, 1));
        Assert.False(_receipts.Take(Today, 1));
        Assert.Equal(2, await _receipts.NextAsync(db, Today));
    }

    [Fact]
    public async Task What_was_written_with_a_number_does_not_make_it_be_read_again_whoever_comes_first()
    {
        await using var db = _database.CreateDbContext();
        await _receipts.NextAsync(db, Today);
        Assert.True(_receipts.Take(Today, 1));
        Assert.True(_receipts.Take(Today, 2));
        _clock.MoveAll();
        _receipts.Used(Today, 2);
        _receipts.Used(Today, 1);

        Assert.Equal(3, _receipts.Peek(Today));
    }

    [Fact]
    public async Task When_somebody_else_has_written_the_record_counts()
    {
        await using var db = _database.CreateDbContext();
        await _receipts.NextAsync(db, Today);
        db.Add(new ReceiptCounter { Day = Today, Last = 40 });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        _clock.MoveAll();

        Assert.False(_receipts.Take(Today, 1));
        Assert.Equal(41, await _receipts.NextAsync(db, Today));
        Assert.Equal(1, await _receipts.NextAsync(db, Today.AddDays(1)));
    }
}
