using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// The rows that turns write over and over, by statements that stay prepared: through the tracker they would be half of a turn's time. The columns are those of
/// <see cref="InboxRow"/>, <see cref="SessionRow"/>, <see cref="OutboxMessage"/>, <see cref="EventRow"/> and <see cref="ReceiptCounter"/>. For the write queue only, one caller at a time.
/// </summary>
sealed class TurnRows : IDisposable
{
    const string Heard = "INSERT OR IGNORE INTO Inbox (Channel, MessageId, At) VALUES (@channel, @id, @at)";

    const string Moved = """
        INSERT INTO Sessions (Key, Json, Revision, ChangedAt) VALUES (@key, @json, 1, @at)
        ON CONFLICT (Key) DO UPDATE SET Json = excluded.Json, Revision = Revision + 1, ChangedAt = excluded.ChangedAt
        """;

    const string Said = """
        INSERT INTO Outbox (Channel, AddressKey, PersonId, Key, Payload, Kind, State, Attempts, Unconfirmed, NextAt, CreatedAt, SentAt, About)
        VALUES (@channel, @address, @person, @key, @payload, @kind, @state, 0, 0, @next, @created, @sent, @about)
        """;

    const string Numbered = "INSERT INTO ReceiptCounters (Day, Last) VALUES (@day, @last) ON CONFLICT (Day) DO UPDATE SET Last = excluded.Last";

    const string Happened = "INSERT INTO Events (At, PersonId, MessageId, Kind, Json) VALUES (@at, @person, @message, @kind, @json)";

    SqliteConnection? _connection;
    SqliteCommand? _heard, _moved, _said, _numbered, _happened;

    /// <summary>False when the message was heard before.</summary>
    public bool Hear(BotDb db, string channel, string messageId, DateTimeOffset at) =>
        Run(Ready(db, ref _heard, Heard), ("@channel", channel), ("@id", messageId), ("@at", at.UtcTicks)) == 1;

    public void Keep(BotDb db, string key, string session, DateTimeOffset at) =>
        Run(Ready(db, ref _moved, Moved), ("@key", key), ("@json", session), ("@at", at.UtcTicks));

    public void Add(BotDb db, OutboxMessage message) => Run(
        Ready(db, ref _said, Said),
        ("@channel", message.Channel), ("@address", message.AddressKey), ("@person", message.PersonId), ("@key", message.Key), ("@payload", message.Payload),
        ("@kind", (int)message.Kind), ("@state", (int)message.State), ("@next", message.NextAt?.UtcTicks), ("@created", message.CreatedAt.UtcTicks),
        ("@sent", message.SentAt?.UtcTicks), ("@about", message.About));

    public void Add(BotDb db, EventRow happened) => Run(
        Ready(db, ref _happened, Happened),
        ("@at", happened.At.UtcTicks), ("@person", happened.PersonId), ("@message", happened.MessageId), ("@kind", happened.Kind), ("@json", happened.Json));

    /// <summary>The last receipt number of a day.</summary>
    public void Number(BotDb db, DateOnly day, int last) => Run(Ready(db, ref _numbered, Numbered), ("@day", day), ("@last", last));

    public void Dispose()
    {
        foreach (var command in new[] { _heard, _moved, _said, _numbered, _happened }) command?.Dispose();
        (_heard, _moved, _said, _numbered, _happened) = (null, null, null, null, null);
    }

    SqliteCommand Ready(BotDb db, ref SqliteCommand? command, string text)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (connection != _connection)
        {
            Dispose();
            _connection = connection;
        }
        if (command is null)
        {
            command = connection.CreateCommand();
            command.CommandText = text;
        }
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    static int Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
            if (command.Parameters.IndexOf(name) is >= 0 and var at) command.Parameters[at].Value = value ?? DBNull.Value;
            else command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }
}
