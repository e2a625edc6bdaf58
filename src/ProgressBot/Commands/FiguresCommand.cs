using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Commands;

/// <summary>The verb <c>figures</c>: every line of the input becomes one JSON line with the figures found in it.</summary>
internal static class FiguresCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Standard input with a plan's own units of measure and those given beside it; exit code 1 when there is no such plan.</summary>
    public static async Task<int> RunAsync(int? plan, IReadOnlyCollection<string> counters, string? data, CancellationToken cancellationToken)
    {
        if (plan is { } id)
        {
            await using var bot = await BotShell.OpenAsync(data);
            await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
            if (await db.FindAsync<Plan>([id], cancellationToken) is not { } known)
            {
                await Console.Error.WriteLineAsync(CommandWording.Wording.Text("refusal.plan_unknown", ("id", id)));
                return 1;
            }
            counters = [.. known.Counters, .. counters];
        }
        return await RunAsync(Console.In, Console.Out, MeasureWords.Default.With(counters));
    }

    /// <summary>Reads to the end of <paramref name="input"/>; exit code 0.</summary>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, MeasureWords? own = null)
    {
        while (await input.ReadLineAsync() is { } line)
            await output.WriteLineAsync(JsonSerializer.Serialize(new Line(FigureReader.Read(line, own).Select(Row.Of)), Format));
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
