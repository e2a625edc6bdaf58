using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.World;

/// <summary>Something a talk can be played in: the pure engine, or the whole bot.</summary>
public interface ITalkWorld : IAsyncDisposable
{
    DateTimeOffset Now { get; }

    /// <summary>Moves the clock and does what has become due.</summary>
    Task<Heard> MoveToAsync(DateTimeOffset time);

    /// <param name="card">What the tapped button carries; null for what is typed.</param>
    /// <param name="edits">The person's last message is changed to this text.</param>
    Task<Heard> SayAsync(
        string who, string text, IReadOnlyList<string> files, IReadOnlyDictionary<string, string>? card = null, bool edits = false);

    Task<Heard> HappenAsync(string what);
}

/// <summary>What one line led to: messages by the name they went to, and what was stored.</summary>
public sealed record Heard(IReadOnlyList<(string To, Outgoing Message)> Messages, IReadOnlyList<string> Stored)
{
    public static Heard Nothing { get; } = new([], []);
}
