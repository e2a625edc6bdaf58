using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>One turn while it is written down: the database inside its transaction, who spoke, and the records loaded for it.</summary>
sealed record TurnScope(BotDb Db, Incoming Incoming, Facts Facts, TurnOptions Options, TurnRows Rows, Receipts Receipts)
{
    public Ledger Ledger => Facts.Ledger;
    public DateTimeOffset Now => Facts.Now;

    /// <summary>Who speaks; set anew when a code has just made somebody known.</summary>
    public Person? Person { get; set; } = Facts.Person;

    public Report Report(int id) => Ledger.Rounds.SelectMany(round => round.Reports).Single(report => report.Id == id);
}
