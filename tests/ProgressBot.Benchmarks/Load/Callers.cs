using System.Diagnostics;
using System.Text;

namespace ProgressBot.Benchmarks.Load;

/// <summary>So many connections; each lets its share of the reporters speak one after the other.</summary>
sealed class Callers : IDisposable
{
    readonly HttpLine[] _lines;
    readonly Queue<Reporter>[] _reporters;

    public Callers(Uri server, LoadPlan plan)
    {
        _lines = [.. Enumerable.Range(0, plan.Connections).Select(_ => new HttpLine(server, "/api/messages"))];
        _reporters = [.. Enumerable.Range(0, plan.Connections).Select(line => new Queue<Reporter>(
            Enumerable.Range(1, plan.People).Where(number => number % plan.Connections == line).Select(number => new Reporter(number))))];
    }

    public async Task<Talked> TalkAsync(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(_lines.Select((line, index) => Task.Run(() => TalkAsync(line, _reporters[index], watch, time))));
        return new Talked([.. all.SelectMany(one => one.Times)], all.Sum(one => one.Receipts), all.Sum(one => one.Wrong), watch.Elapsed);
    }

    public void Dispose()
    {
        foreach (var line in _lines) line.Dispose();
    }

    static async Task<(List<TimeSpan> Times, int Receipts, int Wrong)> TalkAsync(HttpLine line, Queue<Reporter> reporters, Stopwatch watch, TimeSpan time)
    {
        var times = new List<TimeSpan>();
        var (receipts, wrong) = (0, 0);
        while (watch.Elapsed < time)
        {
            var reporter = reporters.Dequeue();
            reporters.Enqueue(reporter);
            var activity = reporter.Next();
            var began = watch.Elapsed;
            var (status, body) = await line.PostAsync(activity);
            times.Add(watch.Elapsed - began);
            reporter.Hear(body.Span);
            if (body.Span.IndexOf("已收到"u8) >= 0) receipts++;
            if (status == 200 && body.Span.IndexOf("没有看懂"u8) < 0) continue;
            if (wrong++ == 0) Console.Error.WriteLine($"{status}: {Encoding.UTF8.GetString(body.Span)}");
        }
        return (times, receipts, wrong);
    }
}

/// <summary>What came of a while of talking.</summary>
/// <param name="Times">From sending each activity until its whole answer was there.</param>
sealed record Talked(IReadOnlyList<TimeSpan> Times, int Receipts, int Wrong, TimeSpan Took)
{
    /// <summary>Processor time of the server.</summary>
    public TimeSpan Server { get; init; }

    /// <summary>Processor time of the callers.</summary>
    public TimeSpan Callers { get; init; }

    public int Turns => Times.Count;

    public double PerSecond => Turns / Took.TotalSeconds;

    /// <summary>In microseconds.</summary>
    public double ServerPerTurn => Server.TotalMicroseconds / Turns;

    public double Percentile(int percent) => Times.Order().ElementAt((Turns * percent - 1) / 100).TotalMilliseconds;

    /// <summary>Several stretches as if they had been one.</summary>
    public static Talked Together(IReadOnlyList<Talked> parts) =>
        new([.. parts.SelectMany(part => part.Times)], parts.Sum(part => part.Receipts), parts.Sum(part => part.Wrong), Sum(parts, part => part.Took))
        {
            Server = Sum(parts, part => part.Server), Callers = Sum(parts, part => part.Callers),
        };

    static TimeSpan Sum(IReadOnlyList<Talked> parts, Func<Talked, TimeSpan> time) => TimeSpan.FromTicks(parts.Sum(part => time(part).Ticks));
}
