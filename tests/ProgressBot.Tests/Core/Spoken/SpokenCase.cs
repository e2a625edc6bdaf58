using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Dialogs.Answers.Spoken;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Spoken;

/// <summary>One line of <c>spoken.txt</c>.</summary>
internal sealed record SpokenCase(string Kind, string[] Units, string? Asked, string Text, string Expected)
{
    static readonly string Dialogs = Path.Combine(Repository.Root, "dialogs");

    static readonly SpokenWords Words = SpokenWords.Of(DialogBook.Read(Directory.EnumerateFiles(Dialogs, "*.yaml", SearchOption.AllDirectories)
        .Select(path => (Path.GetRelativePath(Dialogs, path).Replace('\\', '/'), File.ReadAllText(path)))));

    // the letters that tell one goal of the sample plan from the others
    static readonly string[] Keys =
    [
        "智邦", "智谷", "管理办法", "储备库", "置换", "带头人", "产业园", "产业项目", "援建", "干部交流", "挂职", "领导", "研究部署", "教师", "教育", "医务", "医疗", "科技人才",
        "文旅人才", "千岛", "电商", "销售额", "信息", "示范点", "公益林", "互访", "人力",
    ];

    public static IEnumerable<SpokenCase> Load(string file)
    {
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/ProgressBot.Tests/Core/Spoken", file)))
            if (line.StartsWith('[')) kind = line.Trim('[', ']');
            else if (line.Length > 0 && line[0] != '#') yield return Parse(kind, line);
    }

    public static SpokenCase Parse(string kind, string line)
    {
        var (bar, arrow) = (line.IndexOf(" | ", StringComparison.Ordinal), line.LastIndexOf(" =>", StringComparison.Ordinal));
        var who = line[..bar].Split('@');
        return new SpokenCase(kind, who[0].Split('+'), who.Length > 1 ? who[1] : null, line[(bar + 3)..arrow].Replace("\\n", "\n"), line[(arrow + 3)..].Trim());
    }

    public IReadOnlyList<ReportTask> Tasks => SampleWork.Of([.. Units.Select(unit => unit is [.., '镇'] ? unit : "区" + unit)]);

    public SpokenReading Read()
    {
        var tasks = Tasks;
        return Read(tasks, Text, tasks.FirstOrDefault(task => Asked is not null && task.Item.Name.Contains(Asked))?.Report.Id);
    }

    public static SpokenReading Read(IReadOnlyList<ReportTask> tasks, string text, int? asked = null) => SpokenReader.Read(Words, Message(tasks, text) with { Asked = asked });

    /// <summary>The reading in the notation of the file: states, then questions, then sentences.</summary>
    public string Heard()
    {
        var (tasks, reading) = (Tasks, Read());
        return string.Join(' ', [.. States(tasks, reading), .. reading.Questions.Select(question => Question(tasks, question)), .. reading.Statements.Select(said => Sentence(tasks, said))]);
    }

    public static IEnumerable<string> States(IReadOnlyList<ReportTask> tasks, SpokenReading reading) =>
        reading.States.Select(state => State(tasks, state.ReportId, state.MilestoneId, state.State)).Order(StringComparer.Ordinal);

    static Message Message(IReadOnlyList<ReportTask> tasks, string text)
    {
        var numbers = tasks.SelectMany(task => task.Indicators, (task, indicator) => (Report: task.Report.Id, Sought: new SoughtIndicator(0, task.Number, indicator.Name)
        {
            BaseUnit = indicator.BaseUnit, DisplayUnit = indicator.DisplayUnit, Target = indicator.Target, Comparator = indicator.Comparator, Basis = indicator.Basis,
        })).ToList();
        var period = new ReplyContext(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30), SampleWork.Today);
        var found = ReplyReader.Read(text, [.. numbers.Select((number, index) => number.Sought with { Id = index })], period);
        IEnumerable<SpokenFigure> figures =
        [
            .. found.Matched.Select(match => new SpokenFigure(match.Figure.Start, match.Figure.End, numbers[(int)match.IndicatorId].Report, false)),
            .. found.Doubts.Select(doubt => new SpokenFigure(doubt.Figure.Start, doubt.Figure.End, null, true)),
            .. found.Unmatched.Select(figure => new SpokenFigure(figure.Start, figure.End, null, false)),
        ];
        return new Message(text, tasks, SampleWork.Today)
        {
            Figures = [.. figures.OrderBy(figure => figure.Start)],
            None = [.. found.Nothing.Select(id => numbers[(int)id].Report)],
            Units = tasks[0].Ledger.Units,
        };
    }

    static string State(IReadOnlyList<ReportTask> tasks, int report, int milestone, MilestoneState state)
    {
        var task = tasks.Single(task => task.Report.Id == report);
        var named = task.Item.Milestones.Single(each => each.Id == milestone);
        return Short(named.IsBeside ? named.Name : task.Item.Name) + "=" + state switch { MilestoneState.Done => "完", MilestoneState.InProgress => "中", _ => "未" };
    }

    static string Question(IReadOnlyList<ReportTask> tasks, DraftQuestion question) => "?" + string.Join('/', question.Readings.Where(reading => reading.ReportId is not null)
        .Select(reading => reading.State is { } state ? State(tasks, reading.ReportId!.Value, reading.MilestoneId!.Value, state) : $"{reading.Value:0.##}"));

    static string Sentence(IReadOnlyList<ReportTask> tasks, DraftStatement said)
    {
        var kind = said.Kind switch { StatementKind.Problem => "难", StatementKind.Intention => "将", StatementKind.Assisting => "配", StatementKind.Explanation => "释", _ => "述" };
        var about = said.ReportId is { } id ? "@" + Short(tasks.Single(task => task.Report.Id == id).Item.Name) : "";
        return $"{kind}{about}{(said.Expected is { } day ? $":{day:MM-dd}" : "")}《{said.Text.Replace("\n", "\\n")}》";
    }

    static string Short(string name) => Keys.FirstOrDefault(name.Contains) ?? name;
}
