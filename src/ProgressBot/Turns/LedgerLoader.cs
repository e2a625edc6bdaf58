using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>Loads the records a turn may need, and no more: of some units, or of all. Reports and what hangs on them are tracked, so that handlers can change them.</summary>
sealed class LedgerLoader(PlanShelf shelf)
{
    /// <summary>For somebody nobody knows: plans and units only.</summary>
    public async Task<Ledger> NobodyAsync(BotDb db)
    {
        var known = await shelf.TakeAsync(db);
        return new Ledger { Units = known.Units };
    }

    /// <param name="units">Whose reports; null for all.</param>
    public async Task<Ledger> LoadAsync(BotDb db, IReadOnlyCollection<int>? units)
    {
        var known = await shelf.TakeAsync(db);
        return new Ledger
        {
            Plans = known.Plans,
            Units = known.Units,
            People = await PeopleAsync(db, units),
            Rounds = await RoundsAsync(db, units),
            Totals = await db.Set<Total>().Where(total => units == null || units.Contains(total.UnitId)).ToListAsync(),
            Milestones = await db.Set<MilestoneStanding>().Where(standing => units == null || units.Contains(standing.UnitId)).ToListAsync(),
            Evidence = await db.Set<Evidence>().Include(piece => piece.Proofs).Where(piece => piece.WithdrawnAt == null && (units == null || units.Contains(piece.UnitId))).ToListAsync(),
            Extensions = await db.Set<Extension>().AsNoTracking().Where(extension => extension.State == ExtensionState.Granted && (units == null || units.Contains(extension.UnitId))).ToListAsync(),
            Nudges = await NudgesAsync(db, units),
        };
    }

    // a reporter's turn needs the coordinators, to tell them; a coordinator's needs everybody
    static Task<List<Person>> PeopleAsync(BotDb db, IReadOnlyCollection<int>? units) => db.Set<Person>().AsSplitQuery()
        .Include(person => person.Memberships)
        .Include(person => person.Addresses)
        .Where(person => units == null || (person.Roles & Roles.Coordinator) != 0 || person.Memberships.Any(membership => units.Contains(membership.UnitId)))
        .ToListAsync();

    // the reports of a frozen roster are many, those of a few units are few: load them by unit and let the tracker put them into their rounds
    static async Task<List<Round>> RoundsAsync(BotDb db, IReadOnlyCollection<int>? units)
    {
        var rounds = await db.Set<Round>().Include(round => round.Extensions).Where(round => round.State == RoundState.Open || round.State == RoundState.Paused).ToListAsync();
        var open = rounds.Select(round => round.Id).ToList();
        await db.Set<Report>().AsSplitQuery()
            .Include(report => report.Versions).ThenInclude(version => version.Figures)
            .Where(report => open.Contains(report.RoundId) && (units == null || units.Contains(report.UnitId)))
            .LoadAsync();
        return rounds;
    }

    static async Task<List<Nudge>> NudgesAsync(BotDb db, IReadOnlyCollection<int>? units) => units is not null
        ? []
        : await db.Set<Nudge>().AsNoTracking().Where(nudge => db.Set<Round>().Any(round => round.Id == nudge.RoundId && round.State == RoundState.Open)).ToListAsync();
}
