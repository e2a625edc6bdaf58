using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Loading;

/// <summary>Loads the records a turn may need, and no more: of some units, or of all.</summary>
sealed class LedgerLoader(PlanCache plans)
{
    /// <summary>For somebody nobody knows: plans and units only.</summary>
    public async Task<Ledger> NobodyAsync(BotDb db)
    {
        var known = await plans.TakeAsync(db);
        return new Ledger { Book = new PlanBook { Units = known.Units } };
    }

    /// <param name="units">Whose reports; null for all.</param>
    /// <param name="lockedSince">Closed rounds that have locked since are read, too; null for none of them.</param>
    public async Task<Ledger> LoadAsync(BotDb db, IReadOnlyCollection<int>? units, DateTimeOffset? lockedSince = null)
    {
        var known = await plans.TakeAsync(db);
        return new Ledger
        {
            Book = known,
            People = await PeopleAsync(db, units),
            Rounds = await RoundsAsync(db, units, lockedSince ?? DateTimeOffset.MaxValue),
            Totals = await Of(db.Set<Total>(), units, mine => total => mine.Contains(total.UnitId)).ToListAsync(),
            Milestones = await Of(db.Set<MilestoneStanding>(), units, mine => standing => mine.Contains(standing.UnitId)).ToListAsync(),
            Evidence = await Of(db.Set<Evidence>(), units, mine => piece => mine.Contains(piece.UnitId)).Include(piece => piece.Proofs).Where(piece => piece.WithdrawnAt == null).ToListAsync(),
            Extensions = await Of(db.Set<Extension>(), units, mine => extension => mine.Contains(extension.UnitId)).Where(extension => extension.State == ExtensionState.Granted).ToListAsync(),
            Nudges = await NudgesAsync(db, units),
        };
    }

    // two queries rather than "all, or these": with an "or" in it the database reads the whole table
    static IQueryable<T> Of<T>(IQueryable<T> all, IReadOnlyCollection<int>? units, Func<IReadOnlyCollection<int>, Expression<Func<T, bool>>> belongs)
        where T : class => (units is null ? all : all.Where(belongs(units))).AsNoTracking();

    // a reporter's turn needs the coordinators, to tell them; a coordinator's needs everybody
    static async Task<List<Person>> PeopleAsync(BotDb db, IReadOnlyCollection<int>? units)
    {
        var people = db.Set<Person>().AsNoTracking().AsSplitQuery().Include(person => person.Memberships).Include(person => person.Addresses);
        if (units is null) return await people.ToListAsync();
        var ids = await db.Set<Membership>().Where(membership => units.Contains(membership.UnitId)).Select(membership => membership.PersonId)
            .Union(db.Set<Person>().Where(person => (person.Roles & Roles.Coordinator) != 0).Select(person => person.Id)).ToListAsync();
        return await people.Where(person => ids.Contains(person.Id)).ToListAsync();
    }

    // the reports of a frozen roster are many, those of a few units are few: load them by unit
    static async Task<List<Round>> RoundsAsync(BotDb db, IReadOnlyCollection<int>? units, DateTimeOffset lockedSince)
    {
        var rounds = await db.Set<Round>().AsNoTracking().Include(round => round.Extensions)
            .Where(round => round.State == RoundState.Open || round.State == RoundState.Paused || (round.State == RoundState.Closed
                && (round.LocksAt >= lockedSince || db.Set<Report>().Any(report => report.RoundId == round.Id && (report.State == ReportState.Submitted || report.State == ReportState.Returned)))))
            .ToListAsync();
        var ids = rounds.ConvertAll(round => round.Id);
        // the sum keeps the database from going by round, where all units' reports lie
        var reports = await Of(db.Set<Report>(), units, mine => report => mine.Contains(report.UnitId)).AsSplitQuery()
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Figures)
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.States)
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Statements)
            .Where(report => ids.Contains(report.RoundId + 0))
            .OrderBy(report => report.Id)
            .ToListAsync();
        var byRound = reports.ToLookup(report => report.RoundId);
        return rounds.ConvertAll(round => round with { Reports = [.. byRound[round.Id]] });
    }

    static async Task<List<Nudge>> NudgesAsync(BotDb db, IReadOnlyCollection<int>? units) => units is not null
        ? []
        : await db.Set<Nudge>().AsNoTracking().Where(nudge => db.Set<Round>().Any(round => round.Id == nudge.RoundId && round.State == RoundState.Open)).ToListAsync();
}
