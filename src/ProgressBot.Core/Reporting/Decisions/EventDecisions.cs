namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>What each event means for the record.</summary>
public static class EventDecisions
{
    /// <summary>What several events mean, one after the other.</summary>
    public static Changes Of(RecordFacts facts, IEnumerable<DialogEvent> happened)
    {
        var all = Changes.None;
        foreach (var one in happened)
        {
            var changes = Of(facts, one);
            (all, facts) = (all.And(changes), facts.After(changes));
        }
        return all;
    }

    public static Changes Of(RecordFacts facts, DialogEvent happened) => happened switch
    {
        ReportsSubmitted submitted => ReportDecisions.Of(facts, submitted),
        EvidenceAdded added => EvidenceDecisions.Of(facts, added),
        EvidenceMoved moved => EvidenceDecisions.Of(facts, moved),
        ReportsWithdrawn withdrawn => ReportDecisions.Of(facts, withdrawn),
        ReportsAcknowledged acknowledged => ReportDecisions.Of(facts, acknowledged),
        ReportsApproved approved => ReportDecisions.Of(facts, approved),
        ReportReturned returned => ReportDecisions.Of(facts, returned),
        ApprovalRevoked revoked => ReportDecisions.Of(facts, revoked),
        PersonEnrolled enrolled => PeopleDecisions.Of(facts, enrolled),
        AddressBound bound => PeopleDecisions.Of(facts, bound),
        InvitationMade made => PeopleDecisions.Of(facts, made),
        LocaleChosen chosen => PeopleDecisions.Of(facts, chosen),
        ItemRelayed relayed => PeopleDecisions.Of(facts, relayed),
        PersonAway away => PeopleDecisions.Of(facts, away),
        PersonBack back => PeopleDecisions.Of(facts, back),
        UnitChargeGiven given => PeopleDecisions.Of(facts, given),
        ReminderSnoozed snoozed => ReminderDecisions.Of(facts, snoozed),
        UnitsNudged nudged => ReminderDecisions.Of(facts, nudged),
        TimeZoneChosen chosen => ReminderDecisions.Of(facts, chosen),
        HandedOver handed => ReminderDecisions.Of(facts, handed),
        RoundPaused paused => RoundDecisions.Of(facts, paused),
        RoundResumed resumed => RoundDecisions.Of(facts, resumed),
        RoundCancelled cancelled => RoundDecisions.Of(facts, cancelled),
        PlanClosed closed => RoundDecisions.Of(facts, closed),
        ExtensionAsked asked => RoundDecisions.Of(facts, asked),
        ExtensionDecided decided => RoundDecisions.Of(facts, decided),
        UnitLeft left => UnitDecisions.Of(facts, left),
        UnitJoined joined => UnitDecisions.Of(facts, joined),
        PlanOffered offered => PlanDecisions.Of(facts, offered),
        PlanImported imported => PlanDecisions.Of(facts, imported),
        ScheduleChanged changed => PlanDecisions.Of(facts, changed),
        AliasAdded added => PlanDecisions.Of(facts, added),
        AliasRemoved removed => PlanDecisions.Of(facts, removed),
        CounterAdded added => PlanDecisions.Of(facts, added),
        CounterRemoved removed => PlanDecisions.Of(facts, removed),
        DigestSkipped skipped => PlanDecisions.Of(facts, skipped),
        DigestRestored restored => PlanDecisions.Of(facts, restored),
        HandOverRequested or ReportDisputed => Changes.None, // told to the coordinators and kept as an event
        _ => throw new InvalidOperationException($"nothing is decided for {happened.GetType().Name}"),
    };
}

/// <summary>What has to be loaded before an event can be decided, beyond what every turn knows.</summary>
public static class EventNeeds
{
    /// <summary>The reports whose unit's and item's whole past is needed.</summary>
    public static IEnumerable<int> PastOf(Ledger ledger, IEnumerable<DialogEvent> happened) => happened.SelectMany(one => one switch
    {
        ReportsSubmitted submitted => submitted.Reports.Select(report => report.ReportId),
        ReportsWithdrawn withdrawn => withdrawn.ReportIds,
        ReportsApproved approved => approved.Reports.Select(report => report.ReportId),
        ReportReturned returned => [returned.ReportId],
        ApprovalRevoked revoked => [revoked.ReportId],
        RoundCancelled cancelled => ledger.Round(cancelled.RoundId).Reports.Where(report => report.UnderReview is not null).Select(report => report.Id),
        _ => Array.Empty<int>(),
    }).Distinct();

    /// <summary>Whether planned reminders of the live rounds are needed.</summary>
    public static bool Reminders(IEnumerable<DialogEvent> happened) => happened.Any(one => one is
        ReminderSnoozed or TimeZoneChosen or HandedOver or RoundPaused or RoundResumed or RoundCancelled or ExtensionDecided or ScheduleChanged);

    /// <summary>The invitation that is used up, by its id; null for none.</summary>
    public static int? Invitation(IEnumerable<DialogEvent> happened) => happened.Select(one => one switch
    {
        PersonEnrolled enrolled => enrolled.InvitationId,
        AddressBound bound => bound.InvitationId,
        _ => (int?)null,
    }).FirstOrDefault(id => id is not null);

    /// <summary>The document that is needed, by its key; null for none.</summary>
    public static string? Reading(IEnumerable<DialogEvent> happened) => happened.Select(one => one switch
    {
        PlanImported imported => imported.Key,
        PlanOffered offered => offered.Key,
        _ => null,
    }).FirstOrDefault(key => key is not null);
}
