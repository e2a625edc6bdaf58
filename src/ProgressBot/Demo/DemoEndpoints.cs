using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;
using ProgressBot.Storage;
using ProgressBot.Turns;
using ProgressBot.Web;

namespace ProgressBot.Demo;

/// <summary>The stage: who can be played, and a clock with two buttons. Mapped in the demonstration only.</summary>
static class DemoEndpoints
{
    static readonly string[] Swept = ["Rounds", "Reminders", "Digests"];

    public static IServiceCollection AddDemo(this IServiceCollection services, DemoClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<DescribeDemo>(provider => cancellationToken => DescribeAsync(provider, clock, cancellationToken));

    public static void MapDemo(this IEndpointRouteBuilder endpoints, DemoClock clock)
    {
        var demo = endpoints.MapGroup("/api/demo").AddEndpointFilter<SameOriginFilter>();
        demo.MapPost("/switch", async (SwitchRequest request, HttpContext http, FindPerson find) =>
        {
            if (request.Person is null || await find(request.Person, http.RequestAborted) is null) return Results.BadRequest();
            await SignIn.AsPersonAsync(http, request.Person);
            return Results.NoContent();
        });
        demo.MapPost("/clock", async (ClockRequest request, HttpContext http) =>
        {
            clock.MoveTo(Target(http.RequestServices, request.To, clock.GetUtcNow()));
            await SweepAsync(http.RequestServices, http.RequestAborted);
            return Results.Json(new { now = Local(http.RequestServices, clock.GetUtcNow()) });
        });
    }

    sealed record SwitchRequest(string? Person);

    /// <param name="To"><c>next-working-day</c>, or <c>next-friday-16:30</c> for the next digest.</param>
    sealed record ClockRequest(string? To);

    /// <summary>Looks for due work once, as the scheduler would.</summary>
    public static async Task SweepAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        foreach (var name in Swept)
            await services.GetServices<Sweep>().Single(sweep => sweep.Name == name).RunAsync(scopes, cancellationToken);
    }

    // a little after ten in the morning, when the day's reminders have gone out; or Friday at half past four, when the digest leaves
    static DateTimeOffset Target(IServiceProvider services, string? to, DateTimeOffset now)
    {
        var zone = services.GetRequiredService<IOptions<TurnOptions>>().Value.Zone;
        var calendar = services.GetRequiredService<Func<WorkingCalendar>>()();
        if (to == "next-friday-16:30") return services.GetRequiredService<IOptions<DigestOptions>>().Value.Schedule.Preview(now, calendar, null).At.AddSeconds(1);
        var today = zone.Today(now);
        return zone.Instant(calendar.Next(today), new TimeOnly(10, 31));
    }

    static DateTimeOffset Local(IServiceProvider services, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now, services.GetRequiredService<IOptions<TurnOptions>>().Value.Zone);

    static async ValueTask<DemoStage> DescribeAsync(IServiceProvider services, DemoClock clock, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var people = await db.Set<Person>().AsNoTracking().Include(person => person.Memberships).OrderBy(person => person.Id).ToListAsync(cancellationToken);
        var units = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var wording = services.GetRequiredService<FindWording>()(null);
        var cast = people.Select(person => new CastMember(person.Id.ToString(CultureInfo.InvariantCulture), person.Name, Title(person, units, wording)));
        return new DemoStage([.. cast], Local(services, clock.GetUtcNow()));
    }

    static string Title(Person person, Dictionary<int, string> units, Wording wording) => person.Is(Roles.Coordinator) ? wording.Text("role.coordinator")
        : person.Is(Roles.Leader) ? wording.Text("role.leader")
        : string.Join(wording.Text("format.comma"), person.Memberships.Select(membership => units[membership.UnitId]));
}
