using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Commands;

/// <summary>The verb <c>figures</c>: every line of the input becomes one JSON line with the figures found in it.</summary>
internal static class FiguresCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads to the end of <paramref name="input"/>; exit code 0.</summary>
    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        while (await input.ReadLineAsync() is { } line)
            await output.WriteLineAsync(JsonSerializer.Serialize(new Line(FigureReader.Read(line).Select(Row.Of)), Format));
        return 0;
    }

    private sealed record Line(IEnumerable<Row> Figures);

    private sealed record Row(string Phrase, int Start, int End, decimal Value, decimal? Max, string Unit, decimal Normalized,
        string BaseUnit, string? Comparator, int? PartOf, string? Direction)
    {
        public static Row Of(FoundFigure figure) => new(figure.Phrase, figure.Start, figure.End, Plain(figure.Value), Plain(figure.Max), figure.Unit,
            Plain(figure.Normalized), figure.BaseUnit, Sign(figure.Comparator), figure.PartOf, figure.Direction?.ToString().ToLowerInvariant());
    }

    // 5.10 and 5.1 are one number; JSON shows the scale of a decimal
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static decimal? Plain(decimal? value) => value is { } number ? Plain(number) : null;

    private static string? Sign(Comparator comparator) => comparator switch
    {
        Comparator.About => "~",
        Comparator.LessThan => "<",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.AtLeast => ">=",
        _ => null,
    };
}
