namespace ProgressBot.Core.Reminding;

/// <summary>Why somebody got a reminder, or none.</summary>
public enum ReminderOutcome
{
    Sent,

    /// <summary>The person owed nothing; sent was only a copy about others who are overdue.</summary>
    Copied,

    /// <summary>A coordinator got a copy about everybody who is overdue.</summary>
    Escalated,

    /// <summary>Everything was reported already.</summary>
    Answered,

    /// <summary>A later step was due, too; only that one was sent.</summary>
    Stale,

    /// <summary>The week's share of messages was used up.</summary>
    Capped,

    /// <summary>Nowhere to send it.</summary>
    NoAddress,

    /// <summary>外出; whoever stands in has a row of their own.</summary>
    Away,
}
