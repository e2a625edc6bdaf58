using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.World;

/// <summary>The people of the talks.</summary>
static partial class Cast
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

    /// <summary>All of them, each speaking from an address of the own name.</summary>
    /// <param name="units">Theirs among them.</param>
    public static IEnumerable<Person> Enrolled(IReadOnlyCollection<Unit> units, RowNumbers numbers, DateTimeOffset now)
    {
        foreach (var (name, roles, own) in People)
        {
            var person = new Person { Id = numbers.Next<Person>(), Name = name, Roles = roles, CreatedAt = now };
            var address = new PersonAddress
            {
                Id = numbers.Next<PersonAddress>(),
                Channel = ListeningChannel.ChannelName,
                Key = name,
                SeenAt = now,
            };
            yield return own.Select(unit => units.Single(known => known.Name == unit))
                .Aggregate(person.SpeakFrom(address), (joined, unit) => joined.Join(unit.Id, null, null));
        }
    }
}
