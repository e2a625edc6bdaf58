using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What is read of the record in a store in memory.</summary>
static class MemoryLedger
{
    /// <summary>The records a turn may see.</summary>
    /// <param name="units">Whose; null for everybody's.</param>
    /// <param name="lockedSince">Closed rounds that have locked since are seen, too.</param>
    public static Ledger LedgerOf(this MemoryStore store, IReadOnlyCollection<int>? units, DateTimeOffset? lockedSince = null)
    {
        var all = store.All;
        return all with
        {
            People = [.. all.People.Where(person => units is null || person.Is(Roles.Coordinator) || person.Memberships.Any(In))],
            Extensions =
            [
                .. all.Rounds.SelectMany(round => round.Extensions)
                    .Where(each => each.State == ExtensionState.Granted && Seen(each.UnitId)),
            ],
            Rounds = [.. store.LiveRounds(lockedSince).Select(Own)],
            Totals = [.. all.Totals.Where(total => Seen(total.UnitId))],
            Milestones = [.. all.Milestones.Where(standing => Seen(standing.UnitId))],
            Evidence = [.. all.Evidence.Where(piece => Seen(piece.UnitId) && piece.WithdrawnAt is null)],
            Nudges = units is null ? [.. all.Nudges.Where(nudge => all.Round(nudge.RoundId).State == RoundState.Open)] : [],
        };

        bool Seen(int unitId) => units is null || units.Contains(unitId);
        bool In(Membership membership) => Seen(membership.UnitId);
        Round Own(Round round) => round with { Reports = [.. round.Reports.Where(report => Seen(report.UnitId))] };
    }

    /// <summary>Open and paused rounds, and closed ones in which something waits.</summary>
    public static IEnumerable<Round> LiveRounds(this MemoryStore store, DateTimeOffset? lockedSince = null) => store.All.Rounds.Where(round => round.State switch
    {
        RoundState.Open or RoundState.Paused => true,
        RoundState.Closed => round.LocksAt >= lockedSince || round.Reports.Any(report => report.State is ReportState.Submitted or ReportState.Returned),
        _ => false,
    });

    /// <summary>Every figure on record.</summary>
    public static IReadOnlyList<CountedFigure> Figures(this MemoryStore store) =>
    [
        .. from round in store.All.Rounds
           from report in round.Reports
           from version in report.Versions
           from figure in version.Figures
           select new CountedFigure(
               report.Id, figure.IndicatorId, report.UnitId, round.Id, round.PeriodStart, version.Number, version.Verdict,
               figure.Increment, figure.Total, figure.IsExact),
    ];

    /// <summary>Every state on record.</summary>
    public static IReadOnlyList<CountedState> States(this MemoryStore store) =>
    [
        .. from round in store.All.Rounds
           from report in round.Reports
           from version in report.Versions
           from state in version.States
           select new CountedState(
               report.Id, state.MilestoneId, report.UnitId, round.PeriodStart, version.Number, version.Verdict, state.State),
    ];
}
