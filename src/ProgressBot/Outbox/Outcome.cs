namespace ProgressBot.Outbox;

/// <summary>What became of one claimed message, and what is written down for it.</summary>
internal abstract record Outcome(OutboxMessage Message)
{
    /// <summary>Changes the message accordingly and gives up the claim.</summary>
    public void Apply()
    {
        Message.Claim = null;
        Change();
    }

    protected abstract void Change();

    /// <summary>The channel took it.</summary>
    internal sealed record Sent(OutboxMessage Message, DateTimeOffset At, string? ChannelMessageId) : Outcome(Message)
    {
        protected override void Change()
        {
            Message.State = OutboxState.Sent;
            Message.NextAt = null;
            Message.SentAt = At;
            Message.ChannelMessageId = ChannelMessageId;
            Message.LastError = null;
        }
    }

    /// <summary>It failed for now. <paramref name="Unconfirmed"/>: it may have arrived all the same.</summary>
    internal sealed record Again(OutboxMessage Message, DateTimeOffset At, string Reason, int? HttpStatus, bool Unconfirmed) : Outcome(Message)
    {
        protected override void Change()
        {
            Message.State = OutboxState.Retry;
            Message.NextAt = At;
            Message.LastError = Reason;
            Message.HttpStatus = HttpStatus;
            if (Unconfirmed) Message.Unconfirmed++;
        }
    }

    /// <summary>It was claimed and not handed to the channel; the attempt does not count.</summary>
    internal sealed record NotStarted(OutboxMessage Message, DateTimeOffset At) : Outcome(Message)
    {
        protected override void Change()
        {
            Message.Attempts--;
            Message.State = Message.Attempts > 0 ? OutboxState.Retry : OutboxState.Pending;
            Message.NextAt = At;
        }
    }

    /// <summary>This message is given up; others to the same address are not concerned.</summary>
    internal sealed record GivenUp(OutboxMessage Message, string Reason, int? HttpStatus) : Outcome(Message)
    {
        protected override void Change() => Bury(Reason, HttpStatus);
    }

    /// <summary>The channel refuses the address for good.</summary>
    internal sealed record AddressDead(OutboxMessage Message, DateTimeOffset At, string Reason, int? HttpStatus) : Outcome(Message)
    {
        protected override void Change() => Bury(Reason, HttpStatus);
    }

    /// <summary>The address had been found dead before; the message was not attempted.</summary>
    internal sealed record Unreachable(OutboxMessage Message) : Outcome(Message)
    {
        protected override void Change()
        {
            Message.Attempts--;
            Bury("the address is dead", null);
        }
    }

    void Bury(string reason, int? httpStatus)
    {
        Message.State = OutboxState.Dead;
        Message.NextAt = null;
        Message.LastError = reason;
        Message.HttpStatus = httpStatus;
    }
}
