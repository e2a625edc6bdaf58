using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Reporting;

/// <summary>What a decision makes of the record: rows to write, in order, and messages to send. Decided without touching anything; written in one transaction.</summary>
public sealed record Changes(IReadOnlyList<RowChange> Rows, IReadOnlyList<Letter> Letters)
{
    public static Changes None { get; } = new([], []);

    public static Changes Of(params IReadOnlyList<RowChange> rows) => new(rows, []);

    public bool IsEmpty => Rows.Count + Letters.Count == 0;

    public Changes And(Changes more) => more.IsEmpty ? this : IsEmpty ? more : new([.. Rows, .. more.Rows], [.. Letters, .. more.Letters]);
}

/// <summary>One row that is written. The row is whole, its key included, unless the database numbers it and nobody refers to it.</summary>
public readonly record struct RowChange(RowAction Action, object Row)
{
    public static RowChange Add(object row) => new(RowAction.Add, row);

    /// <summary>Adds the row unless its key is there already.</summary>
    public static RowChange Ensure(object row) => new(RowAction.Ensure, row);

    /// <summary>Adds the row, or changes the one that has its key.</summary>
    public static RowChange Put(object row) => new(RowAction.Put, row);

    public static RowChange Change(object row) => new(RowAction.Change, row);

    public static RowChange Remove(object row) => new(RowAction.Remove, row);
}

public enum RowAction
{
    Add,
    Ensure,
    Put,
    Change,
    Remove,
}

/// <summary>A message that leaves by the outbox.</summary>
/// <param name="PersonId">Whom it is for.</param>
/// <param name="To">Where to.</param>
/// <param name="Key">Built from what caused it, so that the same message cannot be written twice.</param>
/// <param name="About">The number of a nudge, or what else <see cref="LetterKind"/> leaves open.</param>
public sealed record Letter(int PersonId, Address To, Outgoing Message, string Key, LetterKind Kind, string? About = null);

public enum LetterKind
{
    /// <summary>By the clock.</summary>
    Reminder,

    /// <summary>Because of what somebody else did: 催办, 退回, 通知.</summary>
    Notice,
    Digest,
}
