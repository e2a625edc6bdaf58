using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Messaging;
using ProgressBot.Turns;

namespace ProgressBot.CrashTest;

/// <summary>People who go on talking to the bot, one after the other, and how long each turn took until it was stored.</summary>
sealed class SmallTalk : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    readonly List<TimeSpan> _turns = [];
    readonly CancellationTokenSource _end = new();
    readonly Task _talk;

    public SmallTalk(IServiceProvider bot, int people) => _talk = Task.Run(() => TalkAsync(bot, people));

    /// <summary>Ends the talk and tells how long each turn took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> EndAsync()
    {
        await _end.CancelAsync();
        await _talk;
        return _turns;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    async Task TalkAsync(IServiceProvider bot, int people)
    {
        var (turns, clock) = (bot.GetRequiredService<TurnRunner>(), bot.GetRequiredService<TimeProvider>());
        for (var number = 1; !_end.IsCancellationRequested; number++)
        {
            var from = new Address(Cast.Channel, Cast.Key(1 + number * 37 % people));
            var watch = Stopwatch.StartNew();
            await turns.RunAsync(new Incoming(from, Guid.NewGuid().ToString("N"), "帮助", clock.GetUtcNow()), CancellationToken.None);
            _turns.Add(watch.Elapsed);
            await Task.Delay(Between, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
