using BenchmarkDotNet.Attributes;
using ProgressBot.Core.Figures;

namespace ProgressBot.Benchmarks;

/// <summary>Lines of 100,000 characters that are made to hurt a reader that goes back.</summary>
[MemoryDiagnoser]
public class HostileLineBenchmarks
{
    private const int Length = 100_000;

    private string _line = "";

    /// <summary>What the line repeats.</summary>
    [Params("9", "一", "千百", "1.", "1,", "(", " ", "a1", "3至", "亿万", "“一", "分别1、", "其中1个", "一x一")]
    public string Pattern { get; set; } = "";

    [GlobalSetup]
    public void Repeat() => _line = string.Concat(Enumerable.Repeat(Pattern, Length / Pattern.Length));

    [Benchmark]
    public int Read() => FigureReader.Read(_line).Count;
}
