using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>A ledger after something has happened.</summary>
public static class LedgerChanges
{
    /// <summary>The same ledger with what these rows make of it. Rows that are part of a report, person or plan come with it; what a ledger does not hold is passed over.</summary>
    public static Ledger After(this Ledger ledger, IEnumerable<RowChange> rows)
    {
        foreach (var change in rows) ledger = ledger.After(change);
        return ledger;
    }

    static Ledger After(this Ledger ledger, RowChange change) => change.Row switch
    {
        Report report => ledger.Rounds.Any(round => round.Id == report.RoundId) ? ledger with { Rounds = [.. ledger.Rounds.Select(round => With(round, report))] } : ledger,
        Round round => ledger with { Rounds = Put(ledger.Rounds, round, change.Action, known => known.Id == round.Id) },
        Extension extension => ledger with
        {
            Extensions = extension.State == ExtensionState.Granted ? Put(ledger.Extensions, extension, change.Action, known => known.Id == extension.Id) : ledger.Extensions,
        },
        Total total => ledger with { Totals = Put(ledger.Totals, total, change.Action, known => known.IndicatorId == total.IndicatorId && known.UnitId == total.UnitId) },
        MilestoneStanding standing => ledger with
        {
            Milestones = Put(ledger.Milestones, standing, change.Action, known => known.MilestoneId == standing.MilestoneId && known.UnitId == standing.UnitId),
        },
        Evidence piece => ledger with { Evidence = Put(ledger.Evidence, piece, change.Action, known => known.Id == piece.Id) },
        Person person => ledger with { People = Put(ledger.People, person, change.Action, known => known.Id == person.Id) },
        PersonAddress address => ledger with { People = [.. ledger.People.Select(person => person.Id == address.PersonId ? person.With(address) : person)] },
        Nudge nudge => ledger with { Nudges = [.. ledger.Nudges, nudge] },
        Plan plan => ledger with { Book = ledger.Book.With(plan) },
        Unit unit => ledger with { Book = ledger.Book.With(unit, change.Action) },
        _ => ledger,
    };

    static Round With(Round round, Report report) => round.Id != report.RoundId ? round
        : round.Reports.Any(known => known.Id == report.Id) ? round.With(report) : round with { Reports = [.. round.Reports, report] };

    internal static IReadOnlyList<T> Put<T>(IReadOnlyList<T> list, T row, RowAction action, Func<T, bool> isIt)
    {
        var others = new List<T>(list.Count + 1);
        var found = false;
        foreach (var known in list)
            if (!isIt(known)) others.Add(known);
            else if (action != RowAction.Remove)
            {
                others.Add(row);
                found = true;
            }
            else found = true;
        if (!found) others.Add(row);
        return others;
    }
}
