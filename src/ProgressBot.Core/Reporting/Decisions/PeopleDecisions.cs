using ProgressBot.Core.People;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Who comes in, from where, for which units.</summary>
static class PeopleDecisions
{
    /// <summary>Uses an invitation up: a new person, or one more unit or role for somebody known.</summary>
    public static Changes Of(RecordFacts facts, PersonEnrolled enrolled)
    {
        var invitation = Open(facts);
        var known = facts.Speaker;
        var person = Joined(facts, known ?? New(facts, enrolled), enrolled);
        IEnumerable<RowChange> rows = known is null ? Rows.Added(person) : Rows.Replaced(known, person);
        return Changes.Of([.. rows, RowChange.Change(invitation.UseUp(person.Id, facts.Now))]);
    }

    /// <summary>Somebody known speaks from a new address.</summary>
    public static Changes Of(RecordFacts facts, AddressBound bound)
    {
        var invitation = Open(facts);
        var person = facts.PersonWith(bound.PersonId)!;
        return Changes.Of([.. Rows.Replaced(person, person.SpeakFrom(Address(facts, person.Id))), RowChange.Change(invitation.UseUp(person.Id, facts.Now))]);
    }

    public static Changes Of(RecordFacts facts, InvitationMade made)
    {
        var lifetime = made.PersonId is null ? facts.InvitationLifetime : facts.SignInLifetime;
        return Changes.Of(RowChange.Add(new Invitation
        {
            Id = facts.Numbers.Next<Invitation>(), CodeHash = made.CodeHash, Roles = made.Roles, UnitId = made.UnitId, PersonId = made.PersonId, InCharge = made.InCharge,
            CreatedAt = facts.Now, ExpiresAt = facts.Now + lifetime,
        }));
    }

    public static Changes Of(RecordFacts facts, LocaleChosen chosen) => Speaker(facts, person => person with { Locale = chosen.Locale });

    public static Changes Of(RecordFacts facts, ItemRelayed relayed) =>
        Changed(facts, relayed.ToPersonId, person => person.Join(relayed.UnitId, relayed.From, relayed.Until, quiet: true));

    public static Changes Of(RecordFacts facts, PersonAway away)
    {
        var gone = Speaker(facts, person => person.GoAway(away.From, away.Until, away.SubstituteId));
        return away.SubstituteId is not { } id ? gone : gone.And(Changed(facts.After(gone), id, substitute =>
            away.UnitIds.Aggregate(substitute, (joined, unit) => joined.Join(unit, away.From, away.Until))));
    }

    public static Changes Of(RecordFacts facts, PersonBack back)
    {
        var absent = facts.Speaker!;
        var returned = Speaker(facts, person => person.ComeBack(back.From));
        return absent.SubstituteId is not { } id ? returned : returned.And(Changed(facts.After(returned), id, substitute => substitute.StandDown(absent, back.From)));
    }

    /// <summary>负责人: these people and nobody else. The sweep that opens rounds puts them on the list of the open ones.</summary>
    public static Changes Of(RecordFacts facts, UnitChargeGiven given)
    {
        var rows = facts.Ledger.People.Where(person => !given.PersonIds.Contains(person.Id)).SelectMany(person => Rows.Replaced(person, person.GiveUpCharge(given.UnitId, given.From)));
        return given.PersonIds.Aggregate(Changes.Of([.. rows]), (all, id) => all.And(Changed(facts.After(all), id, person => person.TakeCharge(given.UnitId, given.From))));
    }

    /// <summary>One person as it is changed; nothing for somebody who is not known.</summary>
    public static Changes Changed(RecordFacts facts, int id, Func<Person, Person> change) =>
        facts.PersonWith(id) is { } person ? Changes.Of([.. Rows.Replaced(person, change(person))]) : Changes.None;

    public static Changes Speaker(RecordFacts facts, Func<Person, Person> change) => Changed(facts, facts.Speaker!.Id, change);

    static Invitation Open(RecordFacts facts) => facts.Invitation is { } invitation && invitation.StateAt(facts.Now) == InvitationState.Open ? invitation
        : throw new InvalidOperationException("the invitation was used in the meantime");

    static Person New(RecordFacts facts, PersonEnrolled enrolled)
    {
        var id = facts.Numbers.Next<Person>();
        return new Person { Id = id, Name = enrolled.Name, Locale = enrolled.Locale, CreatedAt = facts.Now, InvitationId = enrolled.InvitationId }.SpeakFrom(Address(facts, id));
    }

    static PersonAddress Address(RecordFacts facts, int person) =>
        new() { Id = facts.Numbers.Next<PersonAddress>(), PersonId = person, Channel = facts.From!.Channel, Key = facts.From.Key, SeenAt = facts.Now };

    static Person Joined(RecordFacts facts, Person person, PersonEnrolled enrolled)
    {
        var with = person with { Roles = person.Roles | enrolled.Roles };
        if (enrolled.UnitId is not { } unit) return with;
        if (enrolled.InCharge) return with.TakeCharge(unit, facts.Today);
        return with.Memberships.Any(membership => membership.UnitId == unit) ? with : with.Join(unit, null, null);
    }
}
