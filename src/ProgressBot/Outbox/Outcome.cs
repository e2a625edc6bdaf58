using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>What became of one claimed message, and what is written down for it.</summary>
internal abstract record Outcome(OutboxMessage Message)
{
    /// <summary>Changes the message's row accordingly and gives up the claim.</summary>
    public void ApplyTo(OutboxMessage row)
    {
        row.Claim = null;
        Change(row);
    }

    protected abstract void Change(OutboxMessage row);

    /// <summary>The channel took it.</summary>
    internal sealed record Sent(OutboxMessage Message, DateTimeOffset At, string? ChannelMessageId) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row)
        {
            row.State = OutboxState.Sent;
            row.NextAt = null;
            row.SentAt = At;
            row.ChannelMessageId = ChannelMessageId;
            row.LastError = null;
        }
    }

    /// <summary>It failed for now. <paramref name="Unconfirmed"/>: it may have arrived all the same.</summary>
    internal sealed record Again(OutboxMessage Message, DateTimeOffset At, string Reason, int? HttpStatus, bool Unconfirmed) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row)
        {
            row.State = OutboxState.Retry;
            row.NextAt = At;
            row.LastError = Reason;
            row.HttpStatus = HttpStatus;
            if (Unconfirmed) row.Unconfirmed++;
        }
    }

    /// <summary>It was claimed and not handed to the channel; the attempt does not count.</summary>
    internal sealed record NotStarted(OutboxMessage Message, DateTimeOffset At) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row)
        {
            row.Attempts--;
            row.State = row.Attempts > 0 ? OutboxState.Retry : OutboxState.Pending;
            row.NextAt = At;
        }
    }

    /// <summary>This message is given up; others to the same address are not concerned.</summary>
    internal sealed record GivenUp(OutboxMessage Message, string Reason, int? HttpStatus) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row) => Bury(row, Reason, HttpStatus);
    }

    /// <summary>The channel refuses the address for good.</summary>
    internal sealed record AddressDead(OutboxMessage Message, DateTimeOffset At, string Reason, int? HttpStatus) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row) => Bury(row, Reason, HttpStatus);
    }

    /// <summary>The address had been found dead before; the message was not attempted.</summary>
    internal sealed record Unreachable(OutboxMessage Message) : Outcome(Message)
    {
        protected override void Change(OutboxMessage row)
        {
            row.Attempts--;
            Bury(row, "the address is dead", null);
        }
    }

    static void Bury(OutboxMessage row, string reason, int? httpStatus)
    {
        row.State = OutboxState.Dead;
        row.NextAt = null;
        row.LastError = reason;
        row.HttpStatus = httpStatus;
    }
}
