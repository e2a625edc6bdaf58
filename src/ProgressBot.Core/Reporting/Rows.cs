using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>The rows that a thing with parts is written as: a report with its versions and their figures, a plan with its items.</summary>
public static class Rows
{
    /// <summary>Adds a thing and all its parts.</summary>
    public static IEnumerable<RowChange> Added(object whole) => All(whole).Select(RowChange.Add);

    /// <summary>Removes a thing and all its parts.</summary>
    public static IEnumerable<RowChange> Removed(object whole) => All(whole).Reverse().Select(RowChange.Remove);

    /// <summary>
    /// Writes what a thing has become: parts that are new, others, or gone. The thing itself is among them even where only a part is another, so that whoever
    /// keeps it learns of it.
    /// </summary>
    public static IEnumerable<RowChange> Replaced<T>(T before, T after) where T : class =>
        ReferenceEquals(before, after) ? [] : [.. Gone(before, after), RowChange.Change(after), .. PartsOf(before, after)];

    // what did not change is the same object, and neither it nor its parts are looked at
    static IEnumerable<RowChange> PartsOf(object before, object after)
    {
        var known = Parts(before).ToDictionary(KeyOf);
        foreach (var part in Parts(after))
            if (!known.TryGetValue(KeyOf(part), out var was)) foreach (var row in Added(part)) yield return row;
            else if (!ReferenceEquals(was, part)) foreach (var row in Changed(was, part)) yield return row;
    }

    static IEnumerable<RowChange> Changed(object was, object part) => Bare(was).Equals(Bare(part)) ? PartsOf(was, part) : [RowChange.Change(part), .. PartsOf(was, part)];

    static IEnumerable<RowChange> Gone(object before, object after)
    {
        var left = Parts(after).ToDictionary(KeyOf);
        foreach (var part in Parts(before))
            if (!left.TryGetValue(KeyOf(part), out var stays)) foreach (var row in Removed(part)) yield return row;
            else if (!ReferenceEquals(stays, part)) foreach (var row in Gone(part, stays)) yield return row;
    }

    // parents stand before their parts
    static IEnumerable<object> All(object whole)
    {
        yield return whole;
        foreach (var part in Parts(whole))
            foreach (var row in All(part)) yield return row;
    }

    static IEnumerable<object> Parts(object whole) => whole switch
    {
        Report report => report.Versions,
        ReportVersion version => [.. version.Figures, .. version.States, .. version.Statements],
        Round round => [.. round.Extensions, .. round.Reports],
        Evidence piece => piece.Proofs,
        Person person => [.. person.Memberships, .. person.Addresses],
        Unit unit => unit.Members,
        Plan plan => plan.Items,
        WorkItem item => [.. item.Indicators, .. item.Milestones, .. item.Requirements, .. item.Assignments],
        Indicator indicator => [.. indicator.Stages, .. indicator.TargetChanges],
        _ => [],
    };

    // without its parts, so that two can be compared
    internal static object Bare(object whole) => whole switch
    {
        Report report => report with { Versions = [] },
        ReportVersion version => version with { Figures = [], States = [], Statements = [] },
        Round round => round with { Extensions = [], Reports = [] },
        Evidence piece => piece with { Proofs = [] },
        Person person => person with { Memberships = [], Addresses = [] },
        Unit unit => unit with { Members = [] },
        Plan plan => plan with { Items = [] },
        WorkItem item => item with { Indicators = [], Milestones = [], Requirements = [], Assignments = [] },
        Indicator indicator => indicator with { Stages = [], TargetChanges = [] },
        _ => whole,
    };

    /// <summary>What tells a row from others of its kind; two of one key are the same thing before and after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row is neither a thing with parts nor a part of one.</exception>
    internal static object KeyOf(object row) => row switch
    {
        Report report => (typeof(Report), report.Id),
        ReportVersion version => (typeof(ReportVersion), version.Id),
        Figure figure => (typeof(Figure), figure.Id),
        ReportedState state => (typeof(ReportedState), state.Id),
        Statement statement => (typeof(Statement), statement.Id),
        Round round => (typeof(Round), round.Id),
        Extension extension => (typeof(Extension), extension.Id),
        Evidence piece => (typeof(Evidence), piece.Id),
        EvidenceProof proof => (typeof(EvidenceProof), proof.EvidenceId, proof.RequirementId),
        Person person => (typeof(Person), person.Id),
        Membership membership => (typeof(Membership), membership.PersonId, membership.UnitId),
        PersonAddress address => (typeof(PersonAddress), address.Id),
        Unit unit => (typeof(Unit), unit.Id),
        GroupMember member => (typeof(GroupMember), member.GroupId, member.UnitId),
        Plan plan => (typeof(Plan), plan.Id),
        WorkItem item => (typeof(WorkItem), item.Id),
        Indicator indicator => (typeof(Indicator), indicator.Id),
        IndicatorStage stage => (typeof(IndicatorStage), stage.Id),
        TargetChange change => (typeof(TargetChange), change.Id),
        Milestone milestone => (typeof(Milestone), milestone.Id),
        EvidenceRequirement requirement => (typeof(EvidenceRequirement), requirement.Id),
        Assignment assignment => (typeof(Assignment), assignment.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.GetType().Name, "is no part of anything"),
    };
}
