using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Files.Export;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Plans;

/// <summary>A plan as people gave it out, with what came of it beside each goal, and the ledger of every report.</summary>
sealed class PlanSheets(LedgerLoader ledgers, DialogLibrary dialogs, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    static readonly SheetColumn[] TableColumns =
    [
        new("序号", 6), new("工作内容", 15), new("工作目标", 34), new("责任单位", 18), new("佐证依据", 24), new("指标", 14), new("目标", 11),
        new("本期", 10), new("累计（审核通过）", 11), new("待审核后", 11), new("完成率", 9), new("红黄灯", 10), new("最近报送", 11), new("已交佐证", 20), new("审核人", 9),
    ];

    static readonly SheetColumn[] LedgerColumns =
    [
        new("填报期", 10), new("责任单位", 18), new("任务", 24), new("编号", 12), new("版本", 6), new("时间", 18), new("填报人", 10), new("指标", 14),
        new("原话", 16), new("本期", 14), new("累计", 14), new("单位", 8), new("状态", 10), new("审核人", 10), new("说明", 40),
    ];

    /// <summary>Table and ledger; null when no active plan has this number.</summary>
    public async Task<IReadOnlyList<Sheet>?> MakeAsync(BotDb db, int planId)
    {
        var ledger = await ledgers.LoadAsync(db, null);
        if (ledger.Plans.FirstOrDefault(plan => plan.Id == planId) is not { } plan) return null;
        var facts = new Facts { Ledger = ledger, Now = clock.GetUtcNow(), Calendar = calendar(), Zone = options.Value.Zone, LightRule = options.Value.Lights };
        var board = facts.Boards.Single(board => board.Plan.Id == planId);
        var past = await Past.LoadAsync(db, plan, facts);
        var phrasing = new Phrasing(dialogs.Book.Wording(DialogBook.DefaultLocale), facts);
        return
        [
            new Sheet("任务进展", $"{plan.Title} 进展（截至{facts.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}）", TableColumns, [.. board.Items.SelectMany(item => Rows(ledger, phrasing, past, board, item))]),
            new Sheet("台账", $"{plan.Title} 填报台账", LedgerColumns, [.. LedgerRows(ledger, past)]),
        ];
    }

    // one line per indicator; what belongs to the goal stands in its first line only
    static IEnumerable<SheetRow> Rows(Ledger ledger, Phrasing phrasing, Past past, StatusSummary board, ItemStatus item)
    {
        var units = Roster.Of(item.Item, ledger.Unit, board.Today).Select(line => line.UnitId).ToList();
        SheetValue[] goal =
        [
            item.Item.Number, item.Item.Section, item.Item.Goal, string.Join('、', item.Item.Assignments.Select(assignment => ledger.Unit(assignment.UnitId).Name)),
            string.Join('；', item.Item.Requirements.Select(requirement => requirement.Text)),
        ];
        SheetValue evidence = string.Join('\n', units.SelectMany(unit => ledger.EvidenceOf(item.Item.Id, unit)).Select(piece => piece.Url ?? piece.Name));
        var (day, reviewer) = past.LatestOf(item.Item.Id);
        if (item.Indicators.Count == 0)
            yield return new SheetRow(
            [
                .. goal, SheetValue.Blank, SheetValue.Blank, SheetValue.Blank, phrasing.Milestone(item.State), SheetValue.Blank, SheetValue.Blank, phrasing.Light(item.Light),
                day, evidence, reviewer,
            ]);
        foreach (var (status, index) in item.Indicators.Select((status, index) => (status, index)))
            yield return new SheetRow(
            [
                .. index == 0 ? goal : Enumerable.Repeat(SheetValue.Blank, goal.Length), status.Indicator.Name, phrasing.Target(status.Indicator),
                past.IncrementOf(status.Indicator.Id) is { } increment ? Phrasing.Amount(increment, status.Indicator) : SheetValue.Blank,
                .. Standing(status), new SheetValue.ShareValue(status.Share),
                phrasing.Light(status.Light), index == 0 ? day : SheetValue.Blank, index == 0 ? evidence : SheetValue.Blank, index == 0 ? reviewer : SheetValue.Blank,
            ]);
    }

    // what every unit has to reach by itself is not added up
    static SheetValue[] Standing(IndicatorStatus status) => status.Indicator.Sharing == Sharing.PerUnit
        ? [$"{status.Units}家中{status.UnitsMet}家达标", SheetValue.Blank]
        : [Phrasing.Amount(status.Approved, status.Indicator), Phrasing.Amount(status.Reported, status.Indicator)];

    static IEnumerable<SheetRow> LedgerRows(Ledger ledger, Past past) =>
        from round in past.Rounds
        from report in round.Reports
        from version in report.Versions
        orderby round.PeriodStart, version.At, version.Id
        from row in RowsOf(ledger, past, round, report, version)
        select row;

    // one line per figure, state and sentence; a version that says nothing has one line, too
    static IEnumerable<SheetRow> RowsOf(Ledger ledger, Past past, Round round, Report report, ReportVersion version)
    {
        SheetRow Row(SheetValue what, SheetValue phrase, SheetValue increment, SheetValue total, SheetValue unit, string note) => new(
        [
            round.Label, ledger.Unit(report.UnitId).Name, ledger.Item(report.WorkItemId).Name, version.Receipt, version.Number, past.Time(version.At, "yyyy-MM-dd HH:mm"), past.NameOf(version.By),
            what, phrase, increment, total, unit, Verdict(version), past.NameOf(version.ReviewedBy), note,
        ]);
        var note = string.Join('\n', new[] { version.Reason, version.ReturnReason }.OfType<string>());
        foreach (var figure in version.Figures)
            yield return Row(ledger.Indicator(figure.IndicatorId).Name, figure.Phrase, figure.Increment, figure.Total, ledger.Indicator(figure.IndicatorId).BaseUnit, note);
        foreach (var state in version.States)
            yield return Row(ledger.Milestone(state.MilestoneId) is { IsBeside: true } beside ? beside.Name : ledger.Item(report.WorkItemId).Name, state.Phrase, SheetValue.Blank, StateName(state.State), SheetValue.Blank, note);
        foreach (var said in version.Statements)
            yield return Row(KindName(said.Kind), said.Text, SheetValue.Blank, SheetValue.Blank, SheetValue.Blank, note);
        if (version.Figures.Count + version.States.Count + version.Statements.Count == 0)
            yield return Row(version.NoChange ? "无变化" : "", "", SheetValue.Blank, SheetValue.Blank, "", note);
    }

    /// <summary>Every round of the plan with its reports, closed ones too, and the names of people.</summary>
    sealed record Past(IReadOnlyList<Round> Rounds, IReadOnlyDictionary<int, string> People, Round? Current, TimeZoneInfo Zone)
    {
        public static async Task<Past> LoadAsync(BotDb db, Plan plan, Facts facts) => new(
            await db.Set<Round>().AsNoTracking().AsSplitQuery().Include(round => round.Reports).ThenInclude(report => report.Versions).ThenInclude(version => version.Figures)
                .Include(round => round.Reports).ThenInclude(report => report.Versions).ThenInclude(version => version.Statements)
                .Where(round => round.PlanId == plan.Id).OrderBy(round => round.PeriodStart).ToListAsync(),
            await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name), facts.CurrentRound(plan), facts.Zone);

        public string NameOf(int? person) => person is { } id ? People.GetValueOrDefault(id, "") : "";

        public string Time(DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, Zone).ToString(format, CultureInfo.InvariantCulture);

        /// <summary>What all units together have added in the round people report in now; null when nobody has.</summary>
        public decimal? IncrementOf(int indicatorId)
        {
            var figures = Rounds.Where(round => round.Id == Current?.Id).SelectMany(round => round.Reports)
                .SelectMany(report => report.Current?.Figures ?? []).Where(figure => figure.IndicatorId == indicatorId).ToList();
            return figures.Count == 0 ? null : figures.Sum(figure => figure.Increment);
        }

        /// <summary>The day of the last report that stands, and who reviewed last.</summary>
        public (SheetValue Day, SheetValue Reviewer) LatestOf(int itemId)
        {
            var standing = Rounds.SelectMany(round => round.Reports).Where(report => report.WorkItemId == itemId).Select(report => report.Current).OfType<ReportVersion>().ToList();
            return standing.MaxBy(version => version.At) is not { } last ? (SheetValue.Blank, SheetValue.Blank)
                : (Time(last.At, "yyyy-MM-dd"), NameOf(standing.Where(version => version.ReviewedAt is not null).MaxBy(version => version.ReviewedAt)?.ReviewedBy));
        }
    }

    static string StateName(MilestoneState state) => state switch { MilestoneState.Done => "已完成", MilestoneState.InProgress => "进行中", _ => "未启动" };

    static string KindName(StatementKind kind) => kind switch
    {
        StatementKind.Problem => "困难",
        StatementKind.Intention => "下一步",
        StatementKind.Explanation => "说明",
        StatementKind.Assisting => "配合",
        StatementKind.Objection => "异议",
        _ => "进展说明",
    };

    static string Verdict(ReportVersion version) => version.RevokedAt is not null ? "撤销通过" : version.Verdict switch
    {
        Core.Reporting.Verdict.Approved => "通过",
        Core.Reporting.Verdict.Returned => "退回",
        Core.Reporting.Verdict.Withdrawn => "撤回",
        Core.Reporting.Verdict.Replaced => "已补充",
        Core.Reporting.Verdict.Superseded => "已更正",
        _ => "待审",
    };
}
