using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.People;

/// <summary>联络员, 管理员 or 领导: somebody the bot talks with.</summary>
public sealed record Person
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public Roles Roles { get; init; }

    /// <summary>Language of the bot's words for this person: zh-CN or en.</summary>
    public string Locale { get; init; } = "zh-CN";

    /// <summary>IANA name of the zone the person lives in; null for the office's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>外出, from the first to the last day inclusive; null while no absence is known.</summary>
    public DateOnly? AwayFrom { get; init; }
    public DateOnly? AwayUntil { get; init; }

    /// <summary>Who reports meanwhile.</summary>
    public int? SubstituteId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The invitation the person came in by; null for the demonstration and the command line.</summary>
    public int? InvitationId { get; init; }

    /// <summary>A coordinator's scope: the plans by id; empty for all.</summary>
    public IReadOnlyList<int> Scope { get; init; } = [];
    public IReadOnlyList<Membership> Memberships { get => field ?? []; init; }
    public IReadOnlyList<PersonAddress> Addresses { get => field ?? []; init; }

    public bool Is(Roles role) => (Roles & role) != 0;

    public bool IsAway(DateOnly day) => AwayFrom <= day && day <= AwayUntil;

    /// <summary>Where the person is written to: where the last word came from, unless the channel refuses it; null when nowhere.</summary>
    public Address? Address => Addresses.Where(address => address.DeadSince is null).MaxBy(address => address.SeenAt) is { } latest ? new Address(latest.Channel, latest.Key) : null;

    /// <summary>外出.</summary>
    public Person GoAway(DateOnly from, DateOnly until, int? substitute) => this with { AwayFrom = from, AwayUntil = until, SubstituteId = substitute };

    /// <summary>Back from a day on.</summary>
    public Person ComeBack(DateOnly from) => this with { AwayUntil = from.AddDays(-1) };

    /// <summary>What was given for somebody's absence ends with it.</summary>
    /// <param name="absent">Who is back from <paramref name="from"/> on.</param>
    public Person StandDown(Person absent, DateOnly from)
    {
        var units = absent.UnitsOn(from).ToHashSet();
        return this with
        {
            Memberships = [.. Memberships.Select(membership =>
                membership.Until is not null && membership.Until == absent.AwayUntil && units.Contains(membership.UnitId) ? membership with { Until = from.AddDays(-1) } : membership)],
        };
    }

    /// <summary>The units the person reports for on a day.</summary>
    public IEnumerable<int> UnitsOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day)).Select(membership => membership.UnitId);

    /// <summary>The units whose records the person sees on a day; null for everybody's, as coordinators and leaders do.</summary>
    public IReadOnlyCollection<int>? SeenUnits(DateOnly day) => Is(Roles.Coordinator | Roles.Leader) ? null : [.. UnitsOn(day)];

    /// <summary>Those of the own units that the person is reminded of.</summary>
    public IEnumerable<int> RemindedUnitsOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day) && !membership.Quiet).Select(membership => membership.UnitId);

    /// <summary>The units the person is in charge of on a day.</summary>
    public IEnumerable<int> ChargesOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day) && membership.InCharge).Select(membership => membership.UnitId);

    /// <summary>负责人 of a unit from a day on. Whoever does not report for it may from now on, and is not reminded of it.</summary>
    public Person TakeCharge(int unitId, DateOnly from) => Join(unitId, from, null, quiet: true).With(unitId, membership => membership with { InCharge = true });

    /// <summary>No longer 负责人 of a unit from a day on; whoever reports for it goes on doing so.</summary>
    public Person GiveUpCharge(int unitId, DateOnly from)
    {
        if (Of(unitId) is not { InCharge: true } known) return this;
        var without = With(unitId, membership => membership with { InCharge = false });
        return known.Quiet ? without.Leave(unitId, from.AddDays(-1)) : without;
    }

    /// <summary>Reports for a unit from a day to another (null: for good). Somebody who does so for good already goes on.</summary>
    public Person Join(int unitId, DateOnly? from, DateOnly? until, bool quiet = false)
    {
        var joined = this with { Roles = Roles | Roles.Reporter };
        return Of(unitId) switch
        {
            null => joined with { Memberships = [.. Memberships, new Membership { PersonId = Id, UnitId = unitId, From = from, Until = until, Quiet = quiet }] },
            { Until: not null } => joined.With(unitId, membership => membership with { From = from, Until = until, Quiet = quiet }),
            _ => joined,
        };
    }

    /// <summary>Reports for a unit up to a day and no longer.</summary>
    public Person Leave(int unitId, DateOnly last) =>
        With(unitId, membership => membership.Until is null || membership.Until > last ? membership with { Until = last } : membership);

    /// <summary>With one of the addresses as it is now.</summary>
    public Person With(PersonAddress changed) => this with { Addresses = [.. Addresses.Select(address => address.Id == changed.Id ? changed : address)] };

    /// <summary>Speaks from one more address.</summary>
    public Person SpeakFrom(PersonAddress address) => this with { Addresses = [.. Addresses, address with { PersonId = Id }] };

    Membership? Of(int unitId) => Memberships.FirstOrDefault(membership => membership.UnitId == unitId);

    Person With(int unitId, Func<Membership, Membership> change) =>
        this with { Memberships = [.. Memberships.Select(membership => membership.UnitId == unitId ? change(membership) : membership)] };
}

/// <summary>What a person may do. One person can be several.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>联络员: reports for the own units, and sees only them.</summary>
    Reporter = 1,

    /// <summary>管理员: imports, chases, reviews, exports.</summary>
    Coordinator = 2,

    /// <summary>领导: reads digests and the board, is never asked.</summary>
    Leader = 4,
}

/// <summary>A person who reports for a unit, from the first to the last day inclusive; open where null.</summary>
public sealed record Membership
{
    public int PersonId { get; init; }
    public int UnitId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>May report, and is not reminded: a colleague who was asked for one item.</summary>
    public bool Quiet { get; init; }

    /// <summary>负责人: hears of it when the unit is overdue for long. With <see cref="Quiet"/> that is all, and others report.</summary>
    public bool InCharge { get; init; }

    /// <summary>Whether the unit's reports are this person's work.</summary>
    public bool Reports => !(Quiet && InCharge);

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}

/// <summary>Where a person can be reached, and since when perhaps no longer.</summary>
public sealed record PersonAddress
{
    public int Id { get; init; }
    public int PersonId { get; init; }
    public required string Channel { get; init; }
    public required string Key { get; init; }

    /// <summary>The last time the person wrote from here; the latest is where the bot writes to.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The channel refused for good; null while it works. Writing from here revives it.</summary>
    public DateTimeOffset? DeadSince { get; init; }
}
