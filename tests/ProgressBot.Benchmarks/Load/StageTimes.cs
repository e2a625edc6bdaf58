using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProgressBot.Benchmarks.Load;

/// <summary>Adds up how long each stage of a turn takes, as the bot's own traces tell it.</summary>
sealed class StageTimes : IDisposable
{
    readonly ConcurrentDictionary<string, (long Count, TimeSpan Sum)> _stages = new();
    readonly ActivityListener _listener;

    public StageTimes()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ProgressBot",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = activity => _stages.AddOrUpdate(
                activity.OperationName, (1, activity.Duration), (_, sum) => (sum.Count + 1, sum.Sum + activity.Duration)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Forget() => _stages.Clear();

    public void Print()
    {
        Console.WriteLine("stages");
        foreach (var (name, (count, sum)) in _stages.OrderByDescending(stage => stage.Value.Sum))
            Console.WriteLine($"  {name,-12} {count,9:N0} times {sum.TotalMicroseconds / count,9:N0} µs each");
    }

    public void Dispose() => _listener.Dispose();
}
