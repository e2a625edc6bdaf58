using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>One turn while it is written down: the database inside its transaction, who spoke, and the records loaded for it.</summary>
sealed record TurnScope(BotDb Db, Incoming Incoming, Facts Facts, TurnOptions Options, PreparedRows Rows, Receipts Receipts)
{
    bool _tracked;

    /// <summary>The records as the events so far have left them.</summary>
    public Ledger Ledger { get; set; } = Facts.Ledger;

    public DateTimeOffset Now => Facts.Now;

    /// <summary>Who speaks; set anew when a code has just made somebody known.</summary>
    public Person? Person { get; set; } = Facts.Person;

    public Report Report(int id)
    {
        foreach (var round in Ledger.Rounds)
            foreach (var report in round.Reports)
                if (report.Id == id) return report;
        throw new InvalidOperationException($"Report {id} is not among the loaded ones.");
    }

    /// <summary>Hands the records to the tracker: what is changed in them from here on is saved by <see cref="UntrackAsync"/>.</summary>
    public void Track()
    {
        if (_tracked) return;
        _tracked = true;
        LedgerLoader.Track(Db, Ledger);
        if (Person is not null) Db.Attach(Person);
        Db.AttachRange(Facts.Named);
    }

    /// <summary>Saves what the tracker has seen and takes the records back from it.</summary>
    public async Task UntrackAsync()
    {
        if (!_tracked) return;
        _tracked = false;
        await Db.SaveChangesAsync();
        Ledger = LedgerLoader.Tracked(Db, Ledger);
        Db.ChangeTracker.Clear();
    }
}
