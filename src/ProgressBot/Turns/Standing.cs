using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns;

/// <summary>Where somebody's talk stands and what may be known in it, as it was loaded or as the last turn left it. A value: the next turn makes another one.</summary>
/// <param name="Since">The record clock from before the loading.</param>
/// <param name="Day">Memberships and rounds were looked at as of this day.</param>
/// <param name="Person">Null for somebody nobody knows.</param>
/// <param name="Units">Whose records the ledger holds; null for everybody's.</param>
/// <param name="Session">As JSON; null before the first word.</param>
sealed record Standing(long Since, DateOnly Day, Person? Person, IReadOnlyCollection<int>? Units, Ledger Ledger, byte[]? Session);
