using ProgressBot.Core.Dialogs;
using ProgressBot.Turns.Handlers;

namespace ProgressBot.Turns;

/// <summary>Leads each event to the one handler that writes it down, and keeps the event itself as the audit trail.</summary>
static class EventHandlers
{
    public static async Task WriteAsync(TurnScope scope, DialogEvent happened)
    {
        if (Frequent(scope, happened) is { } write)
        {
            await scope.UntrackAsync();
            write();
        }
        else
        {
            scope.Track();
            await WriteTrackedAsync(scope, happened);
        }
        scope.Rows.Insert(scope.Db, new EventRow
        {
            At = scope.Now,
            PersonId = scope.Person?.Id,
            MessageId = scope.Incoming.MessageId,
            Kind = happened.GetType().Name,
            Json = EventJson.Write(happened),
        });
    }

    // row by row, since the tracker would take most of a turn's time; null for all that goes through it
    static Action? Frequent(TurnScope scope, DialogEvent happened) => happened switch
    {
        ReportsSubmitted submitted => () => ReportsSubmittedHandler.Write(scope, submitted),
        EvidenceAdded added => () => EvidenceAddedHandler.Write(scope, added),
        ReportsWithdrawn withdrawn => () => ReportsWithdrawnHandler.Write(scope, withdrawn),
        ReportsAcknowledged acknowledged => () => ReportsAcknowledgedHandler.Write(scope, acknowledged),
        ReportsApproved approved => () => ReportsReviewedHandler.Write(scope, approved),
        ReportReturned returned => () => ReportsReviewedHandler.Write(scope, returned),
        _ => null,
    };

    static Task WriteTrackedAsync(TurnScope scope, DialogEvent happened) => happened switch
    {
        PersonEnrolled enrolled => PersonEnrolledHandler.WriteAsync(scope, enrolled),
        AddressBound bound => AddressBoundHandler.WriteAsync(scope, bound),
        ReminderSnoozed snoozed => ReminderSnoozedHandler.WriteAsync(scope, snoozed),
        UnitsNudged nudged => UnitsNudgedHandler.WriteAsync(scope, nudged),
        InvitationMade made => InvitationMadeHandler.WriteAsync(scope, made),
        ScheduleChanged changed => ScheduleChangedHandler.WriteAsync(scope, changed),
        DigestSkipped skipped => DigestSkippedHandler.WriteAsync(scope, skipped),
        DigestRestored restored => DigestSkippedHandler.WriteAsync(scope, restored),
        PlanOffered offered => PlanOfferedHandler.WriteAsync(scope, offered),
        RevisionOffered offered => PlanOfferedHandler.WriteAsync(scope, offered),
        PlanImported imported => PlanImportedHandler.WriteAsync(scope, imported),
        ExtensionAsked asked => ExtensionHandler.WriteAsync(scope, asked),
        ExtensionDecided decided => ExtensionHandler.WriteAsync(scope, decided),
        HandedOver handed => HandedOverHandler.WriteAsync(scope, handed),
        ItemRelayed relayed => ItemRelayedHandler.WriteAsync(scope, relayed),
        PersonAway away => PersonAwayHandler.WriteAsync(scope, away),
        PersonBack back => PersonAwayHandler.WriteAsync(scope, back),
        TimeZoneChosen chosen => TimeZoneChosenHandler.WriteAsync(scope, chosen),
        RoundPaused paused => RoundStoppedHandler.WriteAsync(scope, paused),
        RoundResumed resumed => RoundStoppedHandler.WriteAsync(scope, resumed),
        RoundCancelled cancelled => RoundStoppedHandler.WriteAsync(scope, cancelled),
        PlanClosed closed => PlanClosedHandler.WriteAsync(scope, closed),
        UnitLeft left => UnitLeftHandler.WriteAsync(scope, left),
        UnitJoined joined => UnitJoinedHandler.WriteAsync(scope, joined),
        UnitChargeGiven given => UnitChargeGivenHandler.WriteAsync(scope, given),
        LocaleChosen chosen => LocaleChosenHandler.WriteAsync(scope, chosen),
        AliasAdded added => PlanWordsHandler.WriteAsync(scope, added),
        AliasRemoved removed => PlanWordsHandler.WriteAsync(scope, removed),
        CounterAdded added => PlanWordsHandler.WriteAsync(scope, added),
        CounterRemoved removed => PlanWordsHandler.WriteAsync(scope, removed),
        HandOverRequested => Task.CompletedTask, // the notice says it all; the event row below keeps it
        _ => throw new InvalidOperationException($"no handler for {happened.GetType().Name}"),
    };
}
