using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProgressBot.CrashTest;

/// <summary>A message the channel took, and whether the sender was left without an answer.</summary>
sealed record Acceptance(string To, string Key, int Worker, TimeSpan At, bool LeftHanging);

/// <summary>A 429 with Retry-After, and whether its reason was that the rate was exceeded.</summary>
sealed record Rejection(string Key, int Worker, TimeSpan At, bool OverRate);

/// <summary>
/// The other side of the fake channel: it delays, fails, says 429 now and then and to whatever exceeds its rate, and sometimes does not answer at all, with or without having taken the
/// message. It leaves a sender hanging once per key at most, since a second time the message would be given up by rule.
/// </summary>
sealed class FakeChannelServer(Random random, Func<int> rate, Func<TimeSpan> now) : IAsyncDisposable
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Hang = TimeSpan.FromSeconds(4);

    readonly Lock _gate = new();
    readonly List<Acceptance> _accepted = [];
    readonly List<Rejection> _rejected = [];
    readonly List<(string Key, int Worker, TimeSpan At)> _tries = [];
    readonly Queue<TimeSpan> _lastSecond = new();
    readonly HashSet<string> _hung = [];
    WebApplication? _app;

    public int Failed { get; private set; }
    public int Hung { get; private set; }

    public IReadOnlyList<Acceptance> Accepted
    {
        get { lock (_gate) return [.. _accepted]; }
    }

    public IReadOnlyList<Rejection> Rejected
    {
        get { lock (_gate) return [.. _rejected]; }
    }

    /// <summary>Refusals after which the very same process came with the message again before it was told to.</summary>
    public int Impatient
    {
        get
        {
            lock (_gate)
            {
                var tries = _tries.ToLookup(one => (one.Key, one.Worker), one => one.At);
                return _rejected.Count(refusal => tries[(refusal.Key, refusal.Worker)].Any(at => at > refusal.At && at < refusal.At + RetryAfter));
            }
        }
    }

    public async Task<string> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/send", TakeAsync);
        await _app.StartAsync();
        return _app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    async Task<IResult> TakeAsync(Handed handed, HttpResponse response, CancellationToken gone)
    {
        var (mood, delay) = Decide(handed);
        if (mood == Mood.Refuse)
        {
            response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
            return Results.StatusCode(429);
        }
        if (mood == Mood.Fail) return Results.StatusCode(503);
        await Task.Delay(delay, CancellationToken.None);
        if (mood != Mood.HangUntaken) Accept(handed, mood == Mood.HangTaken);
        if (mood is Mood.HangTaken or Mood.HangUntaken) await Task.Delay(Hang, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Results.Text(handed.Key);
    }

    (Mood Mood, TimeSpan Delay) Decide(Handed handed)
    {
        lock (_gate)
        {
            _tries.Add((handed.Key, handed.Worker, now()));
            while (_lastSecond.TryPeek(out var first) && first + TimeSpan.FromSeconds(1) <= now()) _lastSecond.Dequeue();
            var over = _lastSecond.Count >= rate();
            var mood = over ? Mood.Refuse : Rolled(handed.Key);
            if (mood == Mood.Refuse) _rejected.Add(new Rejection(handed.Key, handed.Worker, now(), over));
            if (!over) _lastSecond.Enqueue(now());
            if (mood == Mood.Fail) Failed++;
            if (mood is Mood.HangTaken or Mood.HangUntaken) Hung++;
            return (mood, TimeSpan.FromMilliseconds(random.Next(40)));
        }
    }

    Mood Rolled(string key) => random.Next(100) switch
    {
        < 4 => Mood.Fail,
        < 6 when _hung.Add(key) => Mood.HangTaken,
        < 8 when _hung.Add(key) => Mood.HangUntaken,
        < 11 => Mood.Refuse,
        _ => Mood.Take,
    };

    void Accept(Handed handed, bool leftHanging)
    {
        lock (_gate) _accepted.Add(new Acceptance(handed.To, handed.Key, handed.Worker, now(), leftHanging));
    }

    enum Mood
    {
        Take,
        Fail,
        Refuse,
        HangTaken,
        HangUntaken,
    }
}
