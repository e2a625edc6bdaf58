namespace ProgressBot.Outbox;

/// <summary>Configuration section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Messages per channel under way at once, 1 to 5000; also the largest number claimed in one go.</summary>
    public int InFlight { get; set; } = 512;

    /// <summary>Messages to one address claimed in one go; they are sent one after the other.</summary>
    public int Run { get; set; } = 32;

    /// <summary>How long to look at the queue again when nobody wakes the sender.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the process that sends on a channel with rates may be silent before another takes over.</summary>
    public TimeSpan Duty { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a slow channel may hold up the others.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>After this long a sending counts as unknown; below half of <see cref="Lease"/>.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a claim holds; what a dead process had claimed is sent again after it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Wait after the first failure; doubled with each further one, up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Attempts after which a message is given up; with the waits above, about a day.</summary>
    public int MaxAttempts { get; set; } = 30;

    /// <summary>
    /// How often a message is sent again of which nobody knows whether it arrived; then it is given up. More where the channel tells repetitions apart by
    /// their key.
    /// </summary>
    public int UnconfirmedRetries { get; set; } = 1;

    /// <summary>By channel name; a channel that is not named has no limits.</summary>
    public Dictionary<string, ChannelLimits> Limits { get; } = [];
}

/// <summary>Rates as <c>count/window</c>, several separated by blanks: <c>7/1s 1800/1h</c>. Windows in s, m or h. Empty: no limit.</summary>
internal sealed class ChannelLimits
{
    /// <summary>Over all conversations of the channel together.</summary>
    public string Channel { get; set; } = "";

    /// <summary>In one conversation.</summary>
    public string Conversation { get; set; } = "";
}
