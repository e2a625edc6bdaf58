namespace ProgressBot.Core.People;

/// <summary>联络员, 管理员 or 领导: somebody the bot talks with.</summary>
public sealed class Person
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public Roles Roles { get; set; }

    /// <summary>Language of the bot's words for this person: zh-CN or en.</summary>
    public string Locale { get; set; } = "zh-CN";

    /// <summary>IANA name of the zone the person lives in; null for the office's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>外出, from the first to the last day inclusive; null while no absence is known.</summary>
    public DateOnly? AwayFrom { get; set; }
    public DateOnly? AwayUntil { get; set; }

    /// <summary>Who reports meanwhile.</summary>
    public int? SubstituteId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public List<Membership> Memberships { get; } = [];
    public List<PersonAddress> Addresses { get; } = [];

    public bool Is(Roles role) => (Roles & role) != 0;

    public bool IsAway(DateOnly day) => AwayFrom <= day && day <= AwayUntil;

    /// <summary>外出: whoever stands in reports for the units meanwhile.</summary>
    public void GoAway(DateOnly from, DateOnly until, Person? substitute, IEnumerable<int> units)
    {
        (AwayFrom, AwayUntil, SubstituteId) = (from, until, substitute?.Id);
        foreach (var unit in units) substitute?.Join(unit, from, until);
    }

    /// <summary>Back from a day on; what the substitute was given for the absence ends with it.</summary>
    public void ComeBack(DateOnly from, Person? substitute)
    {
        var until = AwayUntil;
        foreach (var membership in substitute?.Memberships.Where(membership => membership.Until is not null && membership.Until == until && UnitsOn(from).Contains(membership.UnitId)) ?? []) membership.Until = from.AddDays(-1);
        AwayUntil = from.AddDays(-1);
    }

    /// <summary>The units the person reports for on a day.</summary>
    public IEnumerable<int> UnitsOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day)).Select(membership => membership.UnitId);

    /// <summary>Those of them that the person is reminded of.</summary>
    public IEnumerable<int> RemindedUnitsOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day) && !membership.Quiet).Select(membership => membership.UnitId);

    /// <summary>The units the person is in charge of on a day.</summary>
    public IEnumerable<int> ChargesOn(DateOnly day) => Memberships.Where(membership => membership.IsIn(day) && membership.InCharge).Select(membership => membership.UnitId);

    /// <summary>负责人 of a unit from a day on. Whoever does not report for it may from now on, and is not reminded of it.</summary>
    public void TakeCharge(int unitId, DateOnly from)
    {
        Join(unitId, from, null, quiet: true);
        Memberships.Single(membership => membership.UnitId == unitId).InCharge = true;
    }

    /// <summary>No longer 负责人 of a unit from a day on; whoever reports for it goes on doing so.</summary>
    public void GiveUpCharge(int unitId, DateOnly from)
    {
        if (Memberships.Find(membership => membership.UnitId == unitId) is not { InCharge: true } known) return;
        known.InCharge = false;
        if (known.Quiet) Leave(unitId, from.AddDays(-1));
    }

    /// <summary>Reports for a unit from a day to another (null: for good). Somebody who does so for good already goes on.</summary>
    public void Join(int unitId, DateOnly from, DateOnly? until, bool quiet = false)
    {
        Roles |= Roles.Reporter;
        if (Memberships.Find(membership => membership.UnitId == unitId) is not { } known) Memberships.Add(new Membership { PersonId = Id, UnitId = unitId, From = from, Until = until, Quiet = quiet });
        else if (known.Until is not null) (known.From, known.Until, known.Quiet) = (from, until, quiet);
    }

    /// <summary>Reports for a unit up to a day and no longer.</summary>
    public void Leave(int unitId, DateOnly last)
    {
        if (Memberships.Find(membership => membership.UnitId == unitId) is { } known && (known.Until is null || known.Until > last)) known.Until = last;
    }
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
public sealed class Membership
{
    public int PersonId { get; set; }
    public int UnitId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>May report, and is not reminded: a colleague who was asked for one item.</summary>
    public bool Quiet { get; set; }

    /// <summary>负责人: hears of it when the unit is overdue for long. With <see cref="Quiet"/> that is all, and others report.</summary>
    public bool InCharge { get; set; }

    /// <summary>Whether the unit's reports are this person's work.</summary>
    public bool Reports => !(Quiet && InCharge);

    public bool IsIn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);
}

/// <summary>Where a person can be reached, and since when perhaps no longer.</summary>
public sealed class PersonAddress
{
    public int Id { get; set; }
    public int PersonId { get; set; }
    public required string Channel { get; set; }
    public required string Key { get; set; }

    /// <summary>The last time the person wrote from here; the latest is where the bot writes to.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>The channel refused for good; null while it works. Writing from here revives it.</summary>
    public DateTimeOffset? DeadSince { get; set; }
}
