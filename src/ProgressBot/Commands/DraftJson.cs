using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Commands;

/// <summary>The JSON document of <c>plan read --json</c>. Its names are a contract; what is unknown is null.</summary>
internal sealed record DraftJson(
    string Title,
    string? DocumentNumber,
    string? Issuer,
    int? Year,
    DateOnly? Date,
    string? Programme,
    string? Partner,
    IReadOnlyList<DraftJson.Row> Rows,
    IReadOnlyList<DraftJson.Task> Tasks,
    IReadOnlyList<DraftJson.Conflict> Conflicts,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How the document was read, a sentence each; only when asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Explanation { get; init; }

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static DraftJson From(PlanDraft draft) => new(
        draft.Title, draft.DocumentNumber, draft.Issuer, draft.Year, draft.Date, draft.Programme, draft.PartnerRegion,
        [.. draft.Rows.Select(Of)],
        [.. draft.Tasks.Select(task => new Task(task.Number, task.Title, [.. task.Units.Select(Of)], [.. task.Indicators.Select(Of)]))],
        [.. draft.Conflicts.Select(conflict => new Conflict(conflict.Kind, conflict.Where, conflict.Message))],
        [.. draft.Warnings.Select(warning => $"{warning.Where} {warning.Message}".Trim())]);

    static Row Of(DraftRow row) => new(
        row.Section, row.Goal, [.. row.Units.Select(Of)], [.. row.Evidence.Select(item => item.Text)], [.. row.Indicators.Select(Of)],
        [.. row.Milestones.Select(milestone => new Milestone(milestone.Name, milestone.Deadline))], row.Programme, row.Partner,
            row.Progress,
        [.. row.Opening.Select(figure => new Opening(figure.Indicator, figure.Phrase, figure.Normalized))],
        new Source(row.Source.Table, row.Source.Row, row.Source.Page));

    static Unit Of(DraftUnit unit) => new(unit.Name, unit.Role, unit.IsGroup);

    static Indicator Of(DraftIndicator indicator) => new(
        indicator.Name, indicator.Phrase, Sign(indicator.Comparator), indicator.Value, indicator.Unit, indicator.Normalized,
            indicator.BaseUnit,
        indicator.Deadline, indicator.Sharing, indicator.Aspirational,
        [.. indicator.Stages.Select(stage => new Stage(stage.Name, stage.Deadline, stage.Normalized))],
        [.. indicator.MoneyStages.Select(stage => new MoneyStage(stage.Name, stage.Header, stage.Normalized))]);

    static string? Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.MoreThan => ">",
        Comparator.About => "~",
        Comparator.AtMost => "<=",
        Comparator.LessThan => "<",
        _ => null,
    };

    internal sealed record Row(
        string Section, string Goal, IReadOnlyList<Unit> Units, IReadOnlyList<string> Evidence, IReadOnlyList<Indicator> Indicators,
        IReadOnlyList<Milestone> Milestones, string? Programme, string? Partner, string? Progress, IReadOnlyList<Opening> Opening,
            Source Source);

    internal sealed record Task(string Number, string Title, IReadOnlyList<Unit> Units, IReadOnlyList<Indicator> Indicators);

    internal sealed record Unit(string Name, UnitRole Role, bool Group);

    internal sealed record Indicator(
        string Name, string Phrase, string? Comparator, decimal Value, string Unit, decimal Normalized, string BaseUnit, DateOnly? Deadline,
        Sharing Sharing, bool Aspirational, IReadOnlyList<Stage> Stages, IReadOnlyList<MoneyStage> MoneyStages);

    internal sealed record Stage(string Name, DateOnly? Deadline, decimal Normalized);

    internal sealed record MoneyStage(string Name, string Header, decimal Normalized);

    internal sealed record Milestone(string Name, DateOnly? Deadline);

    internal sealed record Opening(string Indicator, string Phrase, decimal Normalized);

    internal sealed record Source(
        int Table, [property: JsonPropertyName("row")] int Number,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Page);

    internal sealed record Conflict(ConflictKind Kind, string Where, string Message);
}
