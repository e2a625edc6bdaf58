using System.Text.Json.Serialization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Web;

/// <summary>What the page shows of a person.</summary>
/// <param name="Id">The person's id as text.</param>
/// <param name="Unit">The unit or units, as they are shown; null for who has none.</param>
/// <param name="Locale">BCP 47; null for the default.</param>
internal sealed record PersonIdentity(string Id, string Name, string? Unit = null, string? Locale = null)
{
    /// <summary>What the person may do; the page asks only for <see cref="ReadsPlans"/>.</summary>
    [JsonIgnore]
    public Roles Roles { get; init; }

    /// <summary>Whether the page offers the plans.</summary>
    public bool ReadsPlans => (Roles & (Roles.Coordinator | Roles.Leader)) != 0;
}

/// <summary>Whether the code of a personal link signs somebody in; using nothing up.</summary>
internal delegate ValueTask<bool> KnowLink(string code, CancellationToken cancellationToken);

/// <summary>Turns the code of a personal link into a person; null when the code is unknown, used up or withdrawn.</summary>
internal delegate ValueTask<PersonIdentity?> RedeemLink(string code, CancellationToken cancellationToken);

/// <summary>The person of an id; null when there is none any more.</summary>
internal delegate ValueTask<PersonIdentity?> FindPerson(string personId, CancellationToken cancellationToken);

/// <summary>Who is bound to an address; null for nobody.</summary>
internal delegate ValueTask<PersonIdentity?> FindPersonAt(Address address, CancellationToken cancellationToken);

/// <summary>Binds an address to a person who has proved to be that person; binding it again changes nothing.</summary>
internal delegate ValueTask ClaimAddress(string personId, Address address, CancellationToken cancellationToken);

/// <summary>The stage of a demonstration: who can be played, and the clock. Registered in a demonstration only.</summary>
internal delegate ValueTask<DemoStage> DescribeDemo(CancellationToken cancellationToken);

/// <param name="Now">The demonstration's time, in the zone it is shown in.</param>
internal sealed record DemoStage(IReadOnlyList<CastMember> Cast, DateTimeOffset Now);

/// <param name="Title">What the person is: the unit, or 管理员, 领导.</param>
internal sealed record CastMember(string Id, string Name, string Title);
