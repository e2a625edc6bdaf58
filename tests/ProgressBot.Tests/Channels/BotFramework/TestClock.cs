namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>Stands still until it is moved; its timers run in real time.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Move(TimeSpan by) => Now += by;
}
