using BenchmarkDotNet.Attributes;
using ProgressBot.Core.Figures;

namespace ProgressBot.Benchmarks;

/// <summary>Reading a reply with three figures against three indicators.</summary>
[MemoryDiagnoser]
public class ReplyBenchmarks
{
    private static readonly SoughtIndicator[] Sought =
    [
        new(1, 1, "到位资金") { BaseUnit = "元", DisplayUnit = "亿元", Target = 8e8m, LastTotal = 3.2e8m },
        new(2, 1, "新签项目") { BaseUnit = "个", DisplayUnit = "个", Target = 6, LastTotal = 2 },
        new(3, 2, "信息报送") { BaseUnit = "篇", DisplayUnit = "篇", Target = 2, LastTotal = 1 },
    ];

    private static readonly ReplyContext September = new(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30), new DateOnly(2022, 9, 27));

    [Benchmark]
    public int ThreeFigures() =>
        ReplyReader.Read("资金累计到账5.1亿元，新签2个，又报信息一篇 https://a.example/9.html", Sought, September).Matched.Count;
}
