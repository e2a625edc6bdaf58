using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Files;

namespace ProgressBot.Tests.World.Pure;

/// <summary>The sample plan of 2022, in force since January, and the cast of the talks.</summary>
static class Stage
{
    static readonly DateTimeOffset Opening = new(2022, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Who shares the sales that add up over the whole district.</summary>
    static readonly string[] Group = ["区投促局", "区人社局", "区商务局", "区文旅集团"];

    public static MemoryStore Set()
    {
        var store = new MemoryStore();
        var facts = new RecordFacts(store.All, Opening, MemoryFacts.Calendar, MemoryFacts.Zone, store.Numbers);
        var reading = PlanReading.Of("sample", "sample-plan.md", ReadSample(), null, Opening);
        store.Apply(PlanDecisions.Adopted(facts, reading, 1), Opening);
        var draft = store.Plans[1];
        Write(store, [RowChange.Add(reading with { PlanId = draft.Id, State = ReadingState.Taken })]);
        Write(store, Rows.Replaced(draft, draft with { State = PlanState.Active, ActivatedAt = Opening }));
        foreach (var group in store.All.Units.Where(unit => unit.IsGroup).ToList())
            Write(store, Rows.Replaced(group, Filled(group, store.All.Units)));
        foreach (var person in Cast.Enrolled(store.All.Units, store.Numbers, Opening)) Write(store, Rows.Added(person));
        return store;
    }

    static void Write(MemoryStore store, IEnumerable<RowChange> rows) => store.Apply(Changes.Of([.. rows]), Opening);

    static PlanDraft ReadSample()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"));
        return PlanReader.Read(DocumentFile.Open(file, "sample-plan.md"));
    }

    static Unit Filled(Unit group, IReadOnlyList<Unit> units) => group with
    {
        Members =
        [
            .. units.Where(unit => Group.Contains(unit.Name))
                .Select(unit => new GroupMember { GroupId = group.Id, UnitId = unit.Id }),
        ],
    };
}
