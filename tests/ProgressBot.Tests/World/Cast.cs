using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Tests.World;

/// <summary>The people of the talks.</summary>
static class Cast
{
    public static IReadOnlyList<(string Name, Roles Roles, string[] Units)> People { get; } =
    [
        ("陈静", Roles.Coordinator, []),
        ("刘主任", Roles.Leader, []),
        ("王敏", Roles.Reporter, ["区投促局"]),
        ("何芳", Roles.Reporter, ["区投促局"]),
        ("李强", Roles.Reporter, ["区人社局"]),
        ("赵蕾", Roles.Reporter, ["区农业农村局"]),
        ("孙涛", Roles.Reporter, ["区财政局"]),
        ("周颖", Roles.Reporter, ["区商务局"]),
        ("吴磊", Roles.Reporter, ["区教育局", "区科技局"]),
    ];

    public static Task EnrollAsync(Store store, DateTimeOffset now) => store.RunAsync(async work =>
    {
        var units = await work.Db.Set<Unit>().ToDictionaryAsync(unit => unit.Name, unit => unit.Id);
        foreach (var (name, roles, own) in People)
        {
            var person = new Person { Id = work.Numbers.Next<Person>(), Name = name, Roles = roles, CreatedAt = now }
                .SpeakFrom(new PersonAddress { Id = work.Numbers.Next<PersonAddress>(), Channel = ListeningChannel.ChannelName, Key = name, SeenAt = now });
            work.Save(Rows.Added(own.Aggregate(person, (joined, unit) => joined.Join(units[unit], null, null))));
        }
        return true;
    });
}
