using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Plans;

/// <summary>Makes one-time codes outside the chat: for the first coordinator, and for the verb <c>invite</c>.</summary>
sealed class Invitations(IDbContextFactory<BotDb> databases, Store store, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>A code for a role.</summary>
    public Task<string> CreateAsync(Roles roles) => CreateAsync(roles, null);

    /// <summary>A code for a unit's reporter; null when no unit is called so.</summary>
    public async Task<string?> CreateForUnitAsync(string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        var unit = (await db.Set<Unit>().AsNoTracking().ToListAsync()).FirstOrDefault(unit => unit.IsCalled(name));
        return unit is null ? null : await CreateAsync(Roles.Reporter, unit.Id);
    }

    public async Task<bool> AnyCoordinatorAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Person>().AnyAsync(person => (person.Roles & Roles.Coordinator) != 0);
    }

    Task<string> CreateAsync(Roles roles, int? unitId) => store.RunAsync(unit =>
    {
        var code = InvitationCode.Create();
        var now = clock.GetUtcNow();
        unit.Save(RowChange.Add(new Invitation
        {
            Id = unit.Numbers.Next<Invitation>(), CodeHash = InvitationCode.Hash(code)!, Roles = roles, UnitId = unitId, CreatedAt = now,
            ExpiresAt = now + options.Value.InvitationLifetime,
        }));
        return Task.FromResult(code);
    });
}
