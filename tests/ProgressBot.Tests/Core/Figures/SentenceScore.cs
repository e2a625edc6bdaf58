using System.Globalization;
using System.Text;
using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>How well a set of sentences is read. All shares are 0 to 1.</summary>
internal sealed record SentenceScore(double Precision, double Recall, double FullyRight, double TrapHits, string Misses)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static SentenceScore Of(IReadOnlyList<Sentence> sentences)
    {
        var (hits, found, expected, right, trapHits) = (0, 0, 0, 0, 0);
        var misses = new StringBuilder();
        foreach (var sentence in sentences)
        {
            var figures = FigureReader.Read(sentence.Text);
            var hit = sentence.Hits(figures);
            trapHits += sentence.TrapHits(figures).Count();
            (hits, found, expected) = (hits + hit, found + figures.Count, expected + sentence.Figures.Count);
            if (hit == figures.Count && hit == sentence.Figures.Count)
                right++;
            else
                misses.AppendLine(CultureInfo.InvariantCulture, $"{sentence.Text} -> {string.Join(" | ", figures.Select(ExpectedFigure.Of))}");
        }
        var traps = sentences.Sum(sentence => sentence.Traps.Count);
        return new SentenceScore(hits / (double)found, hits / (double)expected, right / (double)sentences.Count,
            traps == 0 ? 0 : trapHits / (double)traps, misses.ToString());
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"P {Precision:P1} R {Recall:P1} F1 {F1:P1}, sentences {FullyRight:P1}, traps hit {TrapHits:P1}");
}
