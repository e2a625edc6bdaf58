namespace ProgressBot.Core.People;

/// <summary>联络员, 管理员 or 领导: somebody the bot talks with.</summary>
public sealed class Person
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public Roles Roles { get; set; }

    /// <summary>Language of the bot's words for this person: zh-CN or en.</summary>
    public string Locale { get; set; } = "zh-CN";

    public DateTimeOffset CreatedAt { get; set; }
    public List<Membership> Memberships { get; } = [];
    public List<PersonAddress> Addresses { get; } = [];

    public bool Is(Roles role) => (Roles & role) != 0;
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
