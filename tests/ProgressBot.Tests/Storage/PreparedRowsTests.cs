using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Storage;

public sealed class PreparedRowsTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2022, 9, 26, 2, 5, 7, TimeSpan.Zero);

    readonly TestDatabase _database = new();
    readonly PreparedRows _rows = new();

    public void Dispose()
    {
        _rows.Dispose();
        _database.Dispose();
    }

    public static TheoryData<string> Kinds => [.. Entities().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_written_past_the_tracker_is_what_the_tracker_reads(string kind)
    {
        foreach (var entity in Entities()[kind])
        {
            await using var db = Open();
            _rows.Insert(db, entity);

            await using var other = _database.CreateDbContext();
            Assert.Equal(Text(entity), Text(await LastAsync(other, entity)));
        }
    }

    [Theory]
    [InlineData(""), InlineData("甲“乙”é😀"), InlineData("到\0位"), InlineData("half \ud83d"), InlineData("数", 500), InlineData("数", 501)]
    public async Task A_text_is_the_one_that_Microsoft_Data_Sqlite_would_store(string part, int times = 1)
    {
        const string stored = "SELECT typeof(?1) || hex(?1)";
        var text = string.Concat(Enumerable.Repeat(part, times));
        await using var db = Open();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = stored;
        command.Parameters.Add(new SqliteParameter("?1", text));

        Assert.Equal(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), Assert.Single(_rows.Read(db, stored, row => row.Text(0), text)));
    }

    [Fact]
    public async Task A_text_in_UTF_8_is_stored_as_a_text()
    {
        await using var db = Open();

        Assert.Equal("text甲", Assert.Single(_rows.Read(db, "SELECT typeof(?1) || ?1", row => row.Text(0), new Utf8Text("甲"u8.ToArray()))));
    }

    [Fact]
    public async Task An_update_writes_all_but_what_a_row_belongs_to()
    {
        await using var db = Open();
        var version = (ReportVersion)Entities()["version"][0] with { Id = 5 };
        _rows.Insert(db, version);
        var returned = version with { Verdict = Verdict.Returned, ReviewedBy = 4, ReviewedAt = Now, ReturnReason = "缺证明", Reason = null };

        _rows.Update(db, returned with { ReportId = 99 });

        await using var other = _database.CreateDbContext();
        Assert.Equal(Text(returned), Text(await LastAsync(other, version)));
    }

    [Fact]
    public void A_row_that_is_not_there_cannot_be_updated()
    {
        using var db = Open();
        Assert.Throws<DbUpdateConcurrencyException>(() => _rows.Update(db, new Report { Id = 12 }));
    }

    [Fact]
    public async Task An_upsert_adds_first_and_changes_then()
    {
        await using var db = Open();
        var total = new Total { IndicatorId = 3, UnitId = 5, Reported = 1.5m, ChangedAt = Now };
        _rows.Upsert(db, total);
        _rows.Upsert(db, total with { Reported = 2.25m, Approved = 1.5m });

        await using var other = _database.CreateDbContext();
        var kept = Assert.Single(await other.Set<Total>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((2.25m, 1.5m), (kept.Reported, kept.Approved));
    }

    [Fact]
    public void A_key_that_is_there_is_not_added_again()
    {
        using var db = Open();
        Assert.True(_rows.InsertMissing(db, new InboxRow { Channel = "a", MessageId = "1", At = Now }));
        Assert.False(_rows.InsertMissing(db, new InboxRow { Channel = "a", MessageId = "1", At = Now }));
        Assert.True(_rows.InsertMissing(db, new InboxRow { Channel = "a", MessageId = "2", At = Now }));
        Assert.Throws<SqliteException>(() => _rows.Insert(db, new InboxRow { Channel = "a", MessageId = "2", At = Now }));
    }

    [Fact]
    public void A_connection_that_was_opened_anew_has_statements_of_its_own()
    {
        using var db = Open();
        _rows.Insert(db, new EventRow { Kind = "before", Json = "", At = Now });
        db.Database.CloseConnection();
        SqliteConnection.ClearAllPools();
        db.Database.OpenConnection();

        using (db.Database.BeginTransaction()) _rows.Insert(db, new EventRow { Kind = "taken back", Json = "", At = Now });

        Assert.Equal(["before"], db.Set<EventRow>().Select(row => row.Kind));
    }

    [Fact]
    public void What_is_read_gets_the_values_asked_for()
    {
        using var db = Open();
        _rows.Insert(db, new Total { IndicatorId = 3, UnitId = 5, Reported = 1.5m, ChangedAt = Now });
        _rows.Insert(db, new Total { IndicatorId = 4, UnitId = 5, Reported = 30000000m, ChangedAt = Now });

        List<(int, decimal)> Read(int unit) => _rows.Read(db, "SELECT IndicatorId, Reported FROM Totals WHERE UnitId = ?1 ORDER BY IndicatorId", row => (row.Int32(0), row.Decimal(1)), unit);

        Assert.Equal([(3, 1.5m), (4, 30000000m)], Read(5));
        Assert.Empty(Read(6));
    }

    [Fact]
    public void The_clock_hears_whose_records_have_changed()
    {
        var clock = new RecordClock();
        var since = clock.Now;
        RecordScope.Note(clock, new Total { IndicatorId = 3, UnitId = 5, ChangedAt = Now });
        Assert.False(clock.Stands(since, [5]));
        Assert.True(clock.Stands(since, [6]));

        RecordScope.Note(clock, new EventRow { Kind = "x", Json = "{}", At = Now });
        Assert.True(clock.Stands(since, [6]));

        RecordScope.Note(clock, new Unit { Name = "区商务局" });
        Assert.False(clock.Stands(since, [6]));
    }

    // whom rows belong to is another matter
    BotDb Open()
    {
        var db = _database.CreateDbContext();
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw("PRAGMA foreign_keys = OFF");
        return db;
    }

    static async Task<object> LastAsync(BotDb db, object like) => like switch
    {
        OutboxMessage => await db.Set<OutboxMessage>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        EventRow => await db.Set<EventRow>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        ReportVersion => await db.Set<ReportVersion>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        Figure => await db.Set<Figure>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        Evidence => await db.Set<Evidence>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        Report => await db.Set<Report>().OrderBy(row => row.Id).LastAsync(TestContext.Current.CancellationToken),
        MilestoneStanding => await db.Set<MilestoneStanding>().OrderBy(row => row.UnitId).LastAsync(TestContext.Current.CancellationToken),
        ReceiptCounter => await db.Set<ReceiptCounter>().OrderBy(row => row.Day).LastAsync(TestContext.Current.CancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(like)),
    };

    // 5 comes back as 5.0, and a number that the database gave stays out of it
    static string Text(object entity) => Regex.Replace(JsonSerializer.Serialize(entity, entity.GetType()), @"(?<=:-?\d+)\.0(?=[,}])|^.""Id"":\d+", "");

    // with everything, and with nothing that may be missing
    static Dictionary<string, object[]> Entities() => new()
    {
        ["message"] =
        [
            new OutboxMessage
            {
                Channel = "web", AddressKey = "a", PersonId = 3, Key = "k1", Payload = "{\"text\":\"提醒\"}", Kind = OutboxKind.Reminder, About = "7", State = OutboxState.Retry, Attempts = 2, Unconfirmed = 1,
                NextAt = Now, Claim = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), CreatedAt = Now, SentAt = Now.AddTicks(7), LastError = "x", HttpStatus = 502, ChannelMessageId = "m",
            },
            new OutboxMessage { Channel = "web", AddressKey = "a", Key = "k2", Payload = "{}" },
        ],
        ["event"] = [new EventRow { At = Now, PersonId = 3, MessageId = "m", Kind = "提交", Json = "{}" }, new EventRow { Kind = "", Json = "" }],
        ["version"] =
        [
            new ReportVersion
            {
                ReportId = 7, Number = 2, Receipt = "0926-003", NoChange = true, OnBehalf = true, Reason = "核减", By = 3, At = Now, MessageId = "m",
                Verdict = Verdict.Approved, ReviewedBy = 4, ReviewedAt = Now, ReturnReason = "", RevokedAt = Now, ReviewAskedAt = Now,
            },
            new ReportVersion { ReportId = 8, Number = 1, Receipt = "" },
        ],
        ["figure"] =
        [
            new Figure { ReportVersionId = 1, IndicatorId = 2, Phrase = "5.1亿", Value = 510000000m, Basis = Basis.Cumulative, Increment = -0.0001m, Total = 1234567890.123456m },
            new Figure { Phrase = "" },
        ],
        ["evidence"] =
        [
            new Evidence { RoundId = 1, WorkItemId = 2, UnitId = 3, Name = "报道", Url = "https://x.cn/1", FileKey = "f", Date = new DateOnly(2022, 2, 28), By = 4, At = Now, MessageId = "m", WithdrawnAt = Now },
            new Evidence { Name = "" },
        ],
        ["report"] =
        [
            new Report { RoundId = 1, WorkItemId = 2, UnitId = 3, Role = UnitRole.Assist, State = ReportState.Excused, AnsweredAt = Now, Late = true, AcknowledgedAt = Now, ExcusedReason = "调出", Revision = 9 },
            new Report(),
        ],
        ["standing"] = [new MilestoneStanding { MilestoneId = 1, UnitId = 1, Approved = MilestoneState.Done, Reported = MilestoneState.InProgress, ChangedAt = Now }, new MilestoneStanding { MilestoneId = 1, UnitId = 2 }],
        ["receipt"] = [new ReceiptCounter { Day = new DateOnly(2024, 2, 29), Last = 17 }],
    };
}
