namespace ProgressBot.Channels.BotFramework;

/// <summary>The header by which a server says when to come back: in seconds, or as a date.</summary>
internal static class RetryAfter
{
    // a broken clock or a hostile answer must not silence the bot for days
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Not negative, an hour at most; null when the server did not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Clamp(delta),
        { Date: { } date } => Clamp(date - time.GetUtcNow()),
        _ => null,
    };

    static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
