using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Writes down what one turn decided.</summary>
sealed class Writing(Records records, Incoming incoming, Facts facts)
{
    static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    static readonly TimeSpan SignInLifetime = TimeSpan.FromMinutes(30);

    /// <summary>Who speaks; set anew when a code has just made somebody known.</summary>
    public Person? Person { get; private set; } = facts.Person;

    public void Write(DialogEvent happened)
    {
        switch (happened)
        {
            case PersonEnrolled enrolled: Enroll(enrolled); break;
            case AddressBound bound: Bind(bound); break;
            case ReportsSubmitted submitted: Submit(submitted); break;
            case EvidenceAdded added: Prove(added); break;
            case ReportsWithdrawn withdrawn: Recount(withdrawn.ReportIds.Select(Report).Where(report => report.Withdraw())); break;
            case ReportsApproved approved: Recount(approved.ReportIds.Select(Report).Where(report => report.Approve(Person!.Id, facts.Now))); break;
            case ReportReturned returned: Recount(new[] { Report(returned.ReportId) }.Where(report => report.Return(Person!.Id, facts.Now, returned.Reason))); break;
            case ReportsAcknowledged acknowledged: Acknowledge(acknowledged); break;
            case ReminderSnoozed snoozed: Snooze(snoozed); break;
            case UnitsNudged nudged: Nudge(nudged); break;
            case InvitationMade made: Invite(made); break;
            case ScheduleChanged changed: Reschedule(changed); break;
            case PlanOffered offered: records.Readings[offered.Key] = facts.PlanFiles.Single(file => file.File.Key == offered.Key).Draft!; break;
            case RevisionOffered: break; // decided on the page
            case PlanImported imported: records.Adopt(records.Readings[imported.Key], imported.PlanId, facts.Now); break;
            case ExtensionAsked asked: Ask(asked); break;
            case ExtensionDecided decided: Decide(decided); break;
            case HandedOver handed: HandOver(handed); break;
            case ItemRelayed relayed: records.People.Single(person => person.Id == relayed.ToPersonId).Join(relayed.UnitId, relayed.From, relayed.Until, quiet: true); break;
            case PersonAway away: Person!.GoAway(away.From, away.Until, records.People.SingleOrDefault(person => person.Id == away.SubstituteId), away.UnitIds); break;
            case PersonBack back: Person!.ComeBack(back.From, records.People.SingleOrDefault(person => person.Id == Person.SubstituteId)); break;
            case TimeZoneChosen chosen: Settle(chosen); break;
            case RoundPaused paused: Pause(Round(paused.RoundId)); break;
            case RoundResumed resumed: Resume(Round(resumed.RoundId), resumed); break;
            case RoundCancelled cancelled: Cancel(Round(cancelled.RoundId)); break;
            case PlanClosed closed: Close(records.Plans.Single(plan => plan.Id == closed.PlanId)); break;
            case UnitLeft left: Leave(left); break;
            case UnitJoined joined: Join(joined); break;
            case UnitChargeGiven given: Charge(given); break;
            case LocaleChosen chosen: Person!.Locale = chosen.Locale; break;
            case AliasAdded added: Indicator(added.IndicatorId).Aliases.Add(added.Alias); break;
            case AliasRemoved removed: Indicator(removed.IndicatorId).Aliases.Remove(removed.Alias); break;
            case CounterAdded added: records.Plans.Single(plan => plan.Id == added.PlanId).Counters.Add(added.Line); break;
            case CounterRemoved removed: records.Plans.Single(plan => plan.Id == removed.PlanId).Counters.Remove(removed.Line); break;
            case DigestSkipped skipped: records.DigestMarks[skipped.PlanId].Skip(skipped.Day, Person!.Id, facts.Now); break;
            case DigestRestored restored: records.DigestMarks[restored.PlanId].Restore(); break;
            case HandOverRequested: break; // only told
            default: throw new InvalidOperationException($"nobody writes down {happened.GetType().Name}");
        }
    }

    Indicator Indicator(int id) => records.Plans.SelectMany(plan => plan.Items).SelectMany(item => item.Indicators).Single(indicator => indicator.Id == id);

    Report Report(int id) => records.Rounds.SelectMany(round => round.Reports).Single(report => report.Id == id);

    void Enroll(PersonEnrolled enrolled)
    {
        var invitation = records.Invitations.Single(invitation => invitation.Id == enrolled.InvitationId);
        if (invitation.StateAt(facts.Now) != InvitationState.Open) throw new InvalidOperationException("the invitation is not open");
        Person ??= New(enrolled);
        Person.Roles |= enrolled.Roles;
        if (enrolled is { UnitId: { } led, InCharge: true }) Person.TakeCharge(led, facts.Today);
        if (enrolled is { UnitId: { } unit, InCharge: false } && Person.Memberships.All(membership => membership.UnitId != unit)) Person.Memberships.Add(new Membership { PersonId = Person.Id, UnitId = unit });
        (invitation.UsedAt, invitation.UsedBy) = (facts.Now, Person.Id);
    }

    void Charge(UnitChargeGiven given)
    {
        foreach (var person in records.People.Where(person => !given.PersonIds.Contains(person.Id))) person.GiveUpCharge(given.UnitId, given.From);
        foreach (var person in records.People.Where(person => given.PersonIds.Contains(person.Id))) person.TakeCharge(given.UnitId, given.From);
    }

    Person New(PersonEnrolled enrolled)
    {
        var person = new Person { Id = records.People.Count + 1, Name = enrolled.Name, Locale = enrolled.Locale, CreatedAt = facts.Now };
        person.Addresses.Add(NewAddress(person));
        records.People.Add(person);
        return person;
    }

    PersonAddress NewAddress(Person person) => new() { PersonId = person.Id, Channel = incoming.From.Channel, Key = incoming.From.Key, SeenAt = facts.Now };

    void Bind(AddressBound bound)
    {
        var invitation = records.Invitations.Single(invitation => invitation.Id == bound.InvitationId);
        Person = records.People.Single(person => person.Id == bound.PersonId);
        Person.Addresses.Add(NewAddress(Person));
        (invitation.UsedAt, invitation.UsedBy) = (facts.Now, Person.Id);
    }

    void Submit(ReportsSubmitted submitted)
    {
        foreach (var told in submitted.Reports)
            Report(told.ReportId).Submit(Version(submitted.Receipt, told), facts.Ledger.Round(Report(told.ReportId).RoundId).DueFor(Report(told.ReportId).UnitId));
        records.Receipts[facts.Today] = facts.NextReceipt;
        Recount(submitted.Reports.Select(told => Report(told.ReportId)));
    }

    ReportVersion Version(string receipt, SubmittedReport told)
    {
        var report = Report(told.ReportId);
        var version = new ReportVersion
        {
            Id = records.Rounds.SelectMany(round => round.Reports).Sum(each => each.Versions.Count) + 1,
            ReportId = report.Id,
            Receipt = receipt,
            NoChange = told.NoChange,
            Milestone = told.Milestone,
            Narrative = told.Narrative,
            Problems = told.Problems,
            Reason = told.Reason,
            By = Person!.Id,
            At = facts.Now,
            MessageId = incoming.MessageId,
        };
        version.Figures.AddRange(told.Figures.Select(figure =>
            Figure.Of(figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis, facts.Ledger.Before(figure.IndicatorId, report.UnitId, facts.Ledger.Round(report.RoundId)))));
        return version;
    }

    // the same link given twice for an item is one
    void Prove(EvidenceAdded added)
    {
        var report = Report(added.ReportId);
        var piece = facts.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).FirstOrDefault(known => known.Url is not null && known.Url == added.Url) ?? New(report, added);
        foreach (var requirement in added.RequirementIds.Except(piece.Proofs.Select(proof => proof.RequirementId)).ToList())
            piece.Proofs.Add(new EvidenceProof { EvidenceId = piece.Id, RequirementId = requirement });
    }

    Evidence New(Report report, EvidenceAdded added)
    {
        var piece = new Evidence
        {
            Id = records.Evidence.Count + 1,
            RoundId = report.RoundId,
            WorkItemId = report.WorkItemId,
            UnitId = report.UnitId,
            Name = added.Name,
            Url = added.Url,
            FileKey = added.FileKey,
            By = Person!.Id,
            At = facts.Now,
            MessageId = incoming.MessageId,
        };
        records.Evidence.Add(piece);
        return piece;
    }

    void Recount(IEnumerable<Report> changed) => new Recounting(records, facts.Now).After([.. changed]);

    void Acknowledge(ReportsAcknowledged acknowledged)
    {
        foreach (var report in acknowledged.ReportIds.Select(Report)) report.AcknowledgedAt ??= facts.Now;
    }

    void Snooze(ReminderSnoozed snoozed)
    {
        foreach (var reminder in records.Reminders.Where(reminder => reminder.PersonId == Person!.Id && snoozed.RoundIds.Contains(reminder.RoundId)))
            (reminder.NextAt, reminder.Snoozed, reminder.Handled) = (snoozed.Until, true, reminder.Handled ?? facts.Now);
    }

    void Reschedule(ScheduleChanged changed)
    {
        records.Plans.Single(plan => plan.Id == changed.PlanId).Schedule = changed.Schedule;
        foreach (var round in records.OpenRounds.Where(round => round.PlanId == changed.PlanId)) Move(round);
    }

    void Move(Round round, params int[] people)
    {
        foreach (var reminder in RemindersOf(round).Where(reminder => !reminder.Snoozed && !(reminder.NextAt <= facts.Now) && (people.Length == 0 || people.Contains(reminder.PersonId))))
        {
            var person = records.People.Single(person => person.Id == reminder.PersonId);
            reminder.NextAt = records.ScheduleOf(round).NextStep(round.DatesFor(RoundReminder.OpenUnits(round, person, facts.Today)), facts.Now, RoundReminder.RecipientOf(person, facts.Zone))?.At;
        }
    }

    void Enlist(Round round, int person)
    {
        if (!RemindersOf(round).Any(reminder => reminder.PersonId == person)) records.Reminders.Add(new PlannedReminder(round.Id, person, null) { Handled = facts.Now });
    }

    void Ask(ExtensionAsked asked) => Round(asked.RoundId).Extensions.Add(new Extension
    {
        Id = records.Rounds.Sum(round => round.Extensions.Count) + 1,
        RoundId = asked.RoundId,
        UnitId = asked.UnitId,
        WorkItemId = asked.WorkItemId,
        DueAt = asked.DueAt,
        LocksAt = asked.LocksAt,
        Reason = asked.Reason,
        By = Person!.Id,
        At = facts.Now,
    });

    void Decide(ExtensionDecided decided)
    {
        var extension = Round(decided.RoundId).Extensions.Single(extension => extension.Id == decided.ExtensionId);
        extension.Decide(decided.Granted, Person!.Id, facts.Now);
        if (decided.Granted) Move(Round(decided.RoundId), [.. facts.Ledger.ReportersOf(extension.UnitId, facts.Today).Select(person => person.Id)]);
    }

    void HandOver(HandedOver handed)
    {
        var successor = records.People.Single(person => person.Id == handed.ToPersonId);
        foreach (var unit in handed.UnitIds)
        {
            Person!.Leave(unit, handed.From.AddDays(-1));
            successor.Join(unit, handed.From, null);
        }
        foreach (var round in records.LiveRounds.Where(round => round.Reports.Exists(report => handed.UnitIds.Contains(report.UnitId))).ToList())
        {
            Enlist(round, successor.Id);
            Move(round, successor.Id);
        }
    }

    void Settle(TimeZoneChosen chosen)
    {
        Person!.TimeZone = chosen.TimeZone;
        foreach (var round in records.LiveRounds) Move(round, Person.Id);
    }

    Round Round(int id) => records.Rounds.Single(round => round.Id == id);

    void Pause(Round round)
    {
        round.Pause(facts.Now);
        foreach (var reminder in RemindersOf(round)) (reminder.NextAt, reminder.Snoozed) = (null, false);
    }

    void Resume(Round round, RoundResumed resumed)
    {
        round.Resume(resumed.DueAt, resumed.LocksAt);
        Move(round);
    }

    void Cancel(Round round)
    {
        foreach (var reminder in RemindersOf(round)) (reminder.NextAt, reminder.Snoozed) = (null, false);
        Recount(round.Cancel());
    }

    IEnumerable<PlannedReminder> RemindersOf(Round round) => records.Reminders.Where(reminder => reminder.RoundId == round.Id);

    void Close(Plan plan)
    {
        plan.State = PlanState.Closed;
        foreach (var round in records.LiveRounds.Where(round => round.PlanId == plan.Id).ToList()) round.State = RoundState.Closed;
    }

    void Leave(UnitLeft left)
    {
        var last = left.From.AddDays(-1);
        foreach (var part in records.Plans.SelectMany(plan => plan.Items).SelectMany(item => item.Assignments).Where(part => part.UnitId == left.UnitId && part.IsIn(left.From))) part.Until = last;
        foreach (var member in records.Units.SelectMany(unit => unit.Members).Where(member => member.UnitId == left.UnitId && member.IsIn(left.From))) member.Until = last;
        foreach (var report in records.LiveRounds.SelectMany(round => round.Reports).Where(report => report.UnitId == left.UnitId)) report.Excuse(left.Reason);
    }

    void Join(UnitJoined joined)
    {
        if (joined.UnitId is null) records.Units.Add(new Unit { Id = records.Units.Count + 1, Name = joined.Unit });
        var unit = joined.UnitId ?? records.Units.Count;
        var item = records.Plans.SelectMany(plan => plan.Items).Single(item => item.Id == joined.WorkItemId);
        var part = item.Assignments.Find(part => part.UnitId == unit);
        if (part is null) item.Assignments.Add(part = new Assignment { WorkItemId = item.Id, UnitId = unit, Role = joined.Role });
        (part.From, part.Until) = (joined.From, null);
        foreach (var added in joined.RoundIds.Select(id => Round(id).Enlist(item, unit, part.Role)).OfType<Report>())
            added.Id = records.Rounds.Sum(round => round.Reports.Count);
    }

    void Nudge(UnitsNudged nudged)
    {
        foreach (var unit in nudged.UnitIds)
            records.Nudges.Add(new Nudge { Id = records.Nudges.Count + 1, Number = nudged.Number, RoundId = nudged.RoundId, UnitId = unit, Matter = nudged.Matter, DueAt = nudged.DueAt, By = Person!.Id, At = facts.Now });
    }

    void Invite(InvitationMade made) => records.Invitations.Add(new Invitation
    {
        Id = records.Invitations.Count + 1,
        CodeHash = made.CodeHash,
        Roles = made.Roles,
        UnitId = made.UnitId,
        PersonId = made.PersonId,
        InCharge = made.InCharge,
        CreatedAt = facts.Now,
        ExpiresAt = facts.Now + (made.PersonId is null ? InvitationLifetime : SignInLifetime),
    });
}
