using BenchmarkDotNet.Attributes;
using ProgressBot.Core.Figures;

namespace ProgressBot.Benchmarks;

/// <summary>Reading figures: an ordinary sentence, and how the time grows with the length.</summary>
[MemoryDiagnoser]
public class FigureBenchmarks
{
    private const string Sentence = "到9月末资金到账5.13亿元（其中续建3.2个亿），落地项目4个，受训三百余人次，进度64%。";

    private string _hundredSentences = "";

    [GlobalSetup]
    public void Repeat() => _hundredSentences = string.Concat(Enumerable.Repeat(Sentence, 100));

    [Benchmark(Baseline = true)]
    public int OrdinarySentence() => FigureReader.Read(Sentence).Count;

    [Benchmark]
    public int AHundredSentences() => FigureReader.Read(_hundredSentences).Count;
}
