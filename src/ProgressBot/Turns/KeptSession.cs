using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns;

/// <summary>A session between two turns, as it is stored and, for the next turn, as the last one left it.</summary>
/// <param name="json">Null before the first word.</param>
sealed class KeptSession(byte[]? json, Session? live = null)
{
    Session? _live = live;

    /// <summary>The session for a turn to change. Whoever opens it anew, since nothing came of that turn, gets what is stored.</summary>
    public Session Open() => Interlocked.Exchange(ref _live, null) ?? Session.FromJson(json);
}
