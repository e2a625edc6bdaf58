using System.Text.RegularExpressions;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Spoken;

/// <summary>The sample plan in September 2022: what each unit has to report. Made by Core alone.</summary>
static partial class SampleWork
{
    /// <summary>The day of every message.</summary>
    public static readonly DateOnly Today = new(2022, 9, 26);

    static readonly DateTimeOffset Now = new(2022, 9, 26, 10, 0, 0, TimeSpan.FromHours(8));

    static readonly string[] Group = ["区投促局", "区人社局", "区商务局", "区文旅集团"];

    static readonly Ledger Ledger = Make();

    /// <summary>The open tasks of some units, in the order the bot lists them.</summary>
    public static IReadOnlyList<ReportTask> Of(params string[] units) => ReportTask.Of(Ledger, [.. units.Select(Id)], Now);

    static int Id(string name) => Ledger.Units.Single(unit => unit.Name == name).Id;

    static Ledger Make()
    {
        var (units, last) = (new Dictionary<string, Unit>(), new Dictionary<Type, int>());
        var numbers = new RowNumbers(type => last[type] = last.GetValueOrDefault(type) + 1);
        int Known(DraftUnit draft) => units.TryGetValue(draft.Name, out var unit) ? unit.Id
            : (units[draft.Name] = new Unit { Id = units.Count + 1, Name = draft.Name, IsGroup = draft.IsGroup }).Id;
        var plan = Adoption.ToPlan(PlanReader.Read(new SourceDocument("sample-plan.md", Blocks())), Known, 1, numbers, Now) with { State = PlanState.Active };
        foreach (var group in units.Values.Where(unit => unit.IsGroup).ToList())
            units[group.Name] = group with { Members = [.. Group.Select(name => new GroupMember { GroupId = group.Id, UnitId = units[name].Id })] };
        var reports = Roster.Of(plan, id => units.Values.Single(unit => unit.Id == id), Today)
            .Select(line => Roster.Report(line, 1) with { Id = numbers.Next<Report>() }).ToList();
        return new Ledger { Book = new PlanBook { Plans = [plan], Units = [.. units.Values] }, Rounds = [September(reports)] };
    }

    static Round September(List<Report> reports) => new()
    {
        Id = 1, PlanId = 1, Label = "9月", PeriodStart = new DateOnly(2022, 9, 1), PeriodEnd = new DateOnly(2022, 9, 30),
        OpensAt = Now.AddDays(-3), DueAt = Now.AddDays(4), LocksAt = Now.AddDays(14), State = RoundState.Open, Reports = reports,
    };

    static IReadOnlyList<Block> Blocks()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"));
        var (rows, section) = (new List<GridRow>(), "");
        foreach (var line in lines.Where(line => line.StartsWith('|') && !line.Contains("---")))
        {
            var cells = Bar().Split(line).Skip(1).SkipLast(1).Select(cell => cell.Trim()).ToList();
            var isBelow = cells[0].Length == 0;
            section = isBelow ? section : cells[0];
            rows.Add(new GridRow([new Cell(section, isBelow ? CellMerge.FromAbove : CellMerge.None), .. cells.Skip(1).Select(cell => new Cell(cell))], rows.Count + 1));
        }
        var above = lines.TakeWhile(line => !line.StartsWith('|')).Select((line, index) => new Paragraph(line.TrimStart('#', ' '), index + 1));
        return [.. above, new Grid(rows, 5)];
    }

    [GeneratedRegex(@"\|")]
    private static partial Regex Bar();
}
