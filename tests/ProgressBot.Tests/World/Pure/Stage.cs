using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.World.Pure;

/// <summary>The sample plan of 2022, in force since January, and the cast of the talks.</summary>
static class Stage
{
    static readonly DateTimeOffset Opening = new(2022, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Who shares the sales that add up over the whole district.</summary>
    static readonly string[] Group = ["区投促局", "区人社局", "区商务局", "区文旅集团"];

    public static Records Set()
    {
        var records = new Records();
        var plan = records.Adopt(ReadSample(), 1, Opening);
        (plan.State, plan.ActivatedAt) = (PlanState.Active, Opening);
        foreach (var group in records.Units.Where(unit => unit.IsGroup))
            group.Members.AddRange(records.Units.Where(unit => Group.Contains(unit.Name)).Select(unit => new GroupMember { GroupId = group.Id, UnitId = unit.Id }));
        records.People.AddRange(Cast.People.Select((member, index) => Enroll(index + 1, member.Name, member.Roles, records.Units.Where(unit => member.Units.Contains(unit.Name)))));
        return records;
    }

    static PlanDraft ReadSample()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"));
        return PlanReader.Read(DocumentFile.Open(file, "sample-plan.md"));
    }

    static Person Enroll(int id, string name, Roles roles, IEnumerable<Unit> units)
    {
        var person = new Person { Id = id, Name = name, Roles = roles, CreatedAt = Opening };
        person.Memberships.AddRange(units.Select(unit => new Membership { PersonId = id, UnitId = unit.Id }));
        person.Addresses.Add(new PersonAddress { PersonId = id, Channel = ListeningChannel.ChannelName, Key = name, SeenAt = Opening });
        return person;
    }
}
