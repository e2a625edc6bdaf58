using System.Globalization;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Makes a plan of what was read. Guesses stay marked, so that the coordinator can settle them.</summary>
public static class Adoption
{
    /// <summary>What keeps a draft from becoming a plan, one sentence each; empty when nothing does.</summary>
    public static IReadOnlyList<string> Obstacles(PlanDraft draft)
    {
        var obstacles = new List<string>();
        if (draft.Rows.Count == 0) obstacles.Add("没有读到任务。请确认文件里有任务分解表。");
        else if (draft.Rows.All(row => row.Units.Count == 0)) obstacles.Add("没有读到责任单位。请确认表里有“责任单位”一列。");
        if (draft.Title.Length == 0) obstacles.Add("没有读到标题。请在表格前加一行标题。");
        if (draft.Year is null) obstacles.Add("没有读到年度。请在标题里写明年度，如“2022年度”。");
        return obstacles;
    }

    /// <param name="unitId">The id of a unit, known or just created.</param>
    /// <param name="id">The plan's own.</param>
    public static Plan ToPlan(PlanDraft draft, Func<DraftUnit, int> unitId, int id, RowNumbers numbers, DateTimeOffset now)
    {
        var year = draft.Year!.Value;
        var rows = draft.Rows.Where(row => row.Units.Count > 0).ToList();
        var sections = rows.GroupBy(row => row.Section).ToDictionary(group => group.Key, group => group.Count());
        return new Plan
        {
            Id = id,
            Title = draft.Title,
            Year = year,
            DocumentNumber = draft.DocumentNumber,
            Issuer = draft.Issuer,
            Published = draft.Date,
            Programme = draft.Programme,
            PartnerRegion = draft.PartnerRegion,
            Start = new DateOnly(year, 1, 1),
            End = new DateOnly(year, 12, 31),
            Counters = [.. draft.Counters],
            CreatedAt = now,
            Items = [.. rows.Select((row, index) => Item(row, index + 1, sections[row.Section] == 1, unitId, id, numbers))],
        };
    }

    /// <summary>The item that a row becomes.</summary>
    /// <param name="isOnly">True when its section has no other goal.</param>
    internal static WorkItem Item(DraftRow row, int number, bool isOnly, Func<DraftUnit, int> unitId, int planId, RowNumbers numbers)
    {
        var id = numbers.Next<WorkItem>();
        return new WorkItem
        {
            Id = id,
            PlanId = planId,
            Number = number,
            Section = row.Section,
            Goal = row.Goal,
            Name = ItemName.Of(row.Section, row.Goal, isOnly, [.. row.Indicators.Select(indicator => indicator.Name)]),
            Deadline = row.Deadline?.Date,
            Source = Source(row.Source),
            SourceText = SourceText(row),
            Indicators = [.. row.Indicators.Select(indicator => Indicator(indicator, id, numbers.Next<Indicator>(), numbers))],
            Milestones =
            [
                new Milestone { Id = numbers.Next<Milestone>(), WorkItemId = id, Name = ItemName.Of(row.Section, row.Goal, isOnly, []) },
                .. row.Indicators.Count == 0 ? [] : row.Milestones.Select(goal => Beside(goal, id, numbers)),
            ],
            Partner = row.Partner,
            Requirements = [.. row.Evidence.Select(evidence => Requirement(evidence, id, numbers))],
            Assignments = [.. row.Units.DistinctBy(unitId).Select(unit => new Assignment
            {
                Id = numbers.Next<Assignment>(), WorkItemId = id, UnitId = unitId(unit), Role = unit.Role, RoleIsGuess = unit.RoleIsGuess,
            })],
        };
    }

    static EvidenceRequirement Requirement(DraftEvidence evidence, int item, RowNumbers numbers) => new()
    {
        Id = numbers.Next<EvidenceRequirement>(),
        WorkItemId = item,
        Text = evidence.Text,
        Condition = evidence.Condition,
        Alternatives = [.. evidence.Alternatives],
        AwaitsOthers = evidence.AwaitsOthers,
    };

    static Milestone Beside(DraftMilestone goal, int item, RowNumbers numbers) =>
        new() { Id = numbers.Next<Milestone>(), WorkItemId = item, Name = goal.Name, Deadline = goal.Deadline, IsBeside = true };

    static Indicator Indicator(DraftIndicator indicator, int item, int id, RowNumbers numbers) => new()
    {
        Id = id,
        WorkItemId = item,
        Name = indicator.Name,
        Phrase = indicator.Phrase,
        Comparator = indicator.Comparator,
        Target = indicator.Normalized,
        Aspirational = indicator.Aspirational,
        BaseUnit = indicator.BaseUnit,
        DisplayUnit = indicator.Unit,
        Deadline = indicator.Deadline,
        Basis = indicator.Basis,
        Sharing = indicator.Sharing,
        Stages =
        [
            .. from stage in indicator.Stages
               where stage.Deadline is not null
               select new IndicatorStage { Id = numbers.Next<IndicatorStage>(), IndicatorId = id, Name = stage.Name, Deadline = stage.Deadline!.Value, Target = stage.Normalized },
        ],
    };

    internal static string? SourceText(DraftRow row) => row.Printed.Count == 0 ? null : string.Join('\n', row.Printed.Select(cell => $"{cell.Header}：{cell.Text.ReplaceLineEndings(" ")}"));

    internal static string Source(DraftSource source) => source.Table > 0
        ? string.Create(CultureInfo.InvariantCulture, $"表{source.Table} 第{source.Row}行")
        : string.Create(CultureInfo.InvariantCulture, $"第{source.Line}行");
}
