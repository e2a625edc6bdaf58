using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Files;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Web;

namespace ProgressBot.Demo;

/// <summary>Sets the stage: the sample plan of this year and a cast, each reachable in the web chat.</summary>
static class DemoCast
{
    const string Coordinator = "陈静";

    static readonly (string Name, string[] Units)[] Reporters =
    [
        ("王敏", ["区投促局"]),
        ("李强", ["区人社局"]),
        ("赵蕾", ["区农业农村局"]),
        ("孙涛", ["区发改经信局"]),
        ("周颖", ["区商务局"]),
        ("吴磊", ["区教育局", "区科技局"]),
    ];

    /// <summary>Members of the group 全区各职能部门及国企平台 whose sales add up.</summary>
    static readonly string[] Group = ["区投促局", "区人社局", "区商务局", "区文旅集团"];

    /// <summary>Imports and activates the sample plan, moved to a year; its id.</summary>
    public static async Task<int> ImportSampleAsync(IServiceProvider services, int year, CancellationToken cancellationToken)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("sample-plan.md")!;
        var text = (await new StreamReader(resource).ReadToEndAsync(cancellationToken)).Replace("2022", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var moved = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var store = services.GetRequiredService<PlanStore>();
        var (id, _, obstacles) = await store.ImportAsync(PlanReader.Read(DocumentFile.Open(moved, "sample-plan.md")), "sample-plan.md", cancellationToken);
        if (id is null) throw new InvalidOperationException(string.Join(' ', obstacles));
        await FillGroupAsync(services, cancellationToken);
        await store.ActivateAsync(id.Value, RoundPeriod.Month, cancellationToken);
        return id.Value;
    }

    /// <summary>False when the stage was set by an earlier run on the same folder.</summary>
    public static async Task<bool> IsEmptyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        return !await db.Set<Plan>().AnyAsync(cancellationToken);
    }

    /// <summary>Coordinator, leader and reporters.</summary>
    public static async Task HireAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await AddPeopleAsync(services, cancellationToken);
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        foreach (var id in await db.Set<Person>().Select(person => person.Id).ToListAsync(cancellationToken))
        {
            var conversation = await services.GetRequiredService<Conversations>().OfUserAsync($"dl_{id}", cancellationToken);
            await services.GetRequiredService<ClaimAddress>()(id.ToString(CultureInfo.InvariantCulture), new Address(WebChatChannel.ChannelName, conversation), cancellationToken);
        }
    }

    static Task<bool> AddPeopleAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<Store>().RunAsync(async work =>
    {
        var units = await work.Db.Set<Unit>().ToDictionaryAsync(unit => unit.Name, unit => unit.Id);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Person New(string name, Roles roles) => new() { Id = work.Numbers.Next<Person>(), Name = name, Roles = roles, CreatedAt = now };
        work.Save(Rows.Added(New(Coordinator, Roles.Coordinator)));
        work.Save(Rows.Added(New("刘主任", Roles.Leader)));
        foreach (var (name, own) in Reporters) work.Save(Rows.Added(own.Aggregate(New(name, Roles.Reporter), (person, unit) => person.Join(units[unit], null, null))));
        return true;
    }, cancellationToken);

    static Task<bool> FillGroupAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<Store>().RunAsync(async work =>
    {
        var units = await work.Db.Set<Unit>().AsNoTracking().Include(unit => unit.Members).ToListAsync();
        foreach (var group in units.Where(unit => unit.IsGroup))
            work.Save(units.Where(unit => Group.Contains(unit.Name)).Select(unit => RowChange.Add(new GroupMember { GroupId = group.Id, UnitId = unit.Id })));
        return true;
    }, cancellationToken);
}
