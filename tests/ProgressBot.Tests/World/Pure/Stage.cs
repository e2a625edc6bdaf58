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
        var draft = ReadSample();
        records.Units.AddRange(draft.Rows.SelectMany(row => row.Units).DistinctBy(unit => unit.Name)
            .Select((unit, index) => new Unit { Id = index + 1, Name = unit.Name, IsGroup = unit.IsGroup }));
        foreach (var group in records.Units.Where(unit => unit.IsGroup))
            group.Members.AddRange(records.Units.Where(unit => Group.Contains(unit.Name)).Select(unit => new GroupMember { GroupId = group.Id, UnitId = unit.Id }));
        records.Plans.Add(Adopt(draft, records.Units));
        records.People.AddRange(Cast.People.Select((member, index) => Enroll(index + 1, member.Name, member.Roles, records.Units.Where(unit => member.Units.Contains(unit.Name)))));
        return records;
    }

    static PlanDraft ReadSample()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"));
        return PlanReader.Read(DocumentFile.Open(file, "sample-plan.md"));
    }

    static Plan Adopt(PlanDraft draft, List<Unit> units)
    {
        var plan = Adoption.ToPlan(draft, named => units.Single(unit => unit.IsCalled(named.Name)).Id, Opening);
        (plan.Id, plan.State, plan.ActivatedAt) = (1, PlanState.Active, Opening);
        Number(plan.Items, (item, id) => (item.Id, item.PlanId) = (id, plan.Id));
        Number(plan.Items.SelectMany(item => item.Indicators, (item, indicator) => (item, indicator)), (pair, id) => (pair.indicator.Id, pair.indicator.WorkItemId) = (id, pair.item.Id));
        Number(plan.Items.SelectMany(item => item.Requirements, (item, line) => (item, line)), (pair, id) => (pair.line.Id, pair.line.WorkItemId) = (id, pair.item.Id));
        Number(plan.Items.SelectMany(item => item.Assignments, (item, part) => (item, part)), (pair, id) => (pair.part.Id, pair.part.WorkItemId) = (id, pair.item.Id));
        return plan;
    }

    static void Number<T>(IEnumerable<T> things, Action<T, int> give)
    {
        foreach (var (thing, index) in things.Select((thing, index) => (thing, index))) give(thing, index + 1);
    }

    static Person Enroll(int id, string name, Roles roles, IEnumerable<Unit> units)
    {
        var person = new Person { Id = id, Name = name, Roles = roles, CreatedAt = Opening };
        person.Memberships.AddRange(units.Select(unit => new Membership { PersonId = id, UnitId = unit.Id }));
        person.Addresses.Add(new PersonAddress { PersonId = id, Channel = ListeningChannel.ChannelName, Key = name, SeenAt = Opening });
        return person;
    }
}
