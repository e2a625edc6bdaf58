using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Dialogs.Answers.Trials;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Commands.Replies;

/// <summary>One line of the output of <c>replies</c>. Its names are a contract.</summary>
internal sealed record ReplyJson(
    JsonElement? Id,
    IReadOnlyList<ReplyJson.Figure> Figures,
    IReadOnlyList<ReplyJson.State> States,
    IReadOnlyList<ReplyJson.Piece> Evidence,
    IReadOnlyList<ReplyJson.Question> Questions,
    IReadOnlyList<int> NoChange,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Unread)
{
    /// <summary>How each figure was decided on; only when asked for.</summary>
    public IReadOnlyList<Reason>? Explanation { get; init; }

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ReplyJson Of(JsonElement? id, TriedReply tried, bool explain) => new(
        id,
        [.. tried.Figures.Select(Of)],
        [.. tried.States.Select(state =>
            new State(state.Item.Number, state.Milestone.IsBeside ? state.Milestone.Name : null, state.Said.State, state.Said.Phrase))],
        [.. tried.Evidence.GroupBy(piece => (piece.Url, piece.Name)).Select(same => Of(same.Key.Url, same.Key.Name, same))],
        [.. tried.Questions.Select(Of)],
        [.. tried.NoChange.Select(item => item.Number)],
        tried.Kept,
        tried.Unread)
    {
        Explanation = explain ? [.. tried.Reasons.Select(reason => Of(reason, tried))] : null,
    };

    static Figure Of(TriedFigure figure) =>
        new(figure.Item.Number, figure.Indicator.Name, figure.Said.Phrase, Plain(figure.Said.Value), BasisOf(figure.Said),
        Plain(figure.Total), Sign(figure.Said.Comparator));

    static Piece Of(string? url, string name, IEnumerable<TriedEvidence> same) =>
        new(url, url is null ? name : null, [.. same.Select(piece => piece.Item?.Number).OfType<int>().Distinct()]);

    static Question Of(TriedQuestion asked) => new(asked.Question.Phrase, Kind(asked.Question),
        [.. asked.Choices.Select(choice =>
            new Choice(choice.Label, choice.Item?.Number, choice.Indicator?.Name, choice.Value is { } value ? Plain(value) : null))]);

    static Reason Of(FigureReason reason, TriedReply tried) => new(reason.Figure.Phrase, reason.Words,
        [.. reason.Candidates.Select(candidate =>
            new Candidate(tried.Open[(int)candidate.IndicatorId].Item.Number, tried.Open[(int)candidate.IndicatorId].Indicator.Name,
            candidate.Unit, candidate.Name))],
        reason.Decision, reason.Doubt);

    static string BasisOf(DraftFigure said) =>
        !said.BasisSaid ? "unspecified" : said.Basis == Basis.Cumulative ? "cumulative" : "incremental";

    // the question's wording key as the contract groups it
    static string Kind(DraftQuestion question) => question.Kind switch
    {
        "which_item" when question.Readings.Any(reading => reading.State is not null) => "state",
        "which_indicator" or "which_item" or "which_sentence" => "item",
        "magnitude" or "jump" => "magnitude",
        "unit_of_measure" or "percent" => "unit",
        "basis" => "basis",
        "drop" => "decrease",
        "scope" => "scope",
        "contradiction" or "mismatch" => "conflict",
        "range" => "vague",
        "which_evidence" or "which_requirement" => "evidence",
        _ => "other",
    };

    // 5.10 and 5.1 are one number; JSON shows the scale of a decimal
    static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    static string? Sign(Comparator comparator) => comparator switch
    {
        Comparator.About => "~",
        Comparator.LessThan => "<",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.AtLeast => ">=",
        _ => null,
    };

    internal sealed record Figure(int Item, string Indicator, string Phrase, decimal Value, string Basis, decimal Total,
        string? Comparator);

    internal sealed record State(int Item, string? Milestone, [property: JsonPropertyName("state")] MilestoneState Reached, string Phrase);

    internal sealed record Piece(string? Url, string? Name, IReadOnlyList<int> Items);

    internal sealed record Question(string Phrase, string Kind, IReadOnlyList<Choice> Choices);

    internal sealed record Choice(string Label, int? Item, string? Indicator, decimal? Value);

    internal sealed record Reason(string Phrase, string Words, IReadOnlyList<Candidate> Candidates, FigureDecision Decision,
        DoubtKind? Doubt);

    internal sealed record Candidate(int Item, string Indicator, string Unit, string Name);
}
