using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>
/// Takes messages out of the outbox to their channels: to one address strictly one after the other, to different addresses at the same time, and never
/// more than a channel's rates allow.
/// </summary>
internal sealed class OutboxSender(
    OutboxQueue queue, Courier courier, RateLimiter limiter, Duties duties, OutboxSignal signal, IEnumerable<IChannel> channels,
    IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name);
    readonly ConcurrentQueue<Outcome> _outcomes = new();
    readonly ConcurrentDictionary<string, int> _underWay = new();
    readonly HashSet<Task> _runs = [];
    readonly HashSet<string> _full = [];
    DateTimeOffset _looked;

    /// <summary>
    /// One step: claims what is due, sends it, and records what is known by then; what takes longer than the configured patience stays under way and is
    /// recorded by a later step. Not to be called twice at the same time.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> SendOnceAsync(CancellationToken cancellationToken = default)
    {
        // first, so that nothing is claimed again that was sent and is only not on record yet
        var found = await RecordAsync();
        _full.Clear();
        _looked = clock.GetUtcNow();
        foreach (var channel in _channels.Values)
            found += await StartAsync(channel, cancellationToken);
        await WaitForRunsAsync(options.Value.Patience);
        found += await RecordAsync();
        return found > 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!await SendOnceAsync(stoppingToken)) await signal.WaitAsync(await PauseAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The outbox could not be read or written");
                await Task.Delay(options.Value.FirstRetry, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        await WaitForRunsAsync(Grace);
        await RecordAsync();
        await duties.LeaveAsync();
    }

    async Task<int> StartAsync(IChannel channel, CancellationToken cancellationToken)
    {
        var room = limiter.Room(channel.Name);
        if (room <= 0) _full.Add(channel.Name);
        var most = Math.Min(room, options.Value.InFlight - _underWay.GetValueOrDefault(channel.Name));
        if (most <= 0) return 0;
        var messages = await queue.ClaimAsync(channel.Name, most, cancellationToken);
        if (messages.Count == 0) return 0;
        var runs = messages.GroupBy(message => message.Address).ToList();
        var dead = await queue.DeadAmongAsync(channel.Name, runs.Select(run => run.Key), cancellationToken);
        _underWay.AddOrUpdate(channel.Name, messages.Count, (_, count) => count + messages.Count);
        foreach (var run in runs)
            _runs.Add(RunAsync(channel, [.. run], dead.Contains(run.Key)));
        return messages.Count;
    }

    /// <summary>Sends the messages to one address in order; ends at the first that has to wait.</summary>
    async Task RunAsync(IChannel channel, IReadOnlyList<OutboxMessage> messages, bool dead)
    {
        var wait = false;
        foreach (var message in messages)
        {
            var outcome =
                dead ? new Outcome.Unreachable(message)
                : wait ? new Outcome.NotStarted(message, clock.GetUtcNow())
                : await courier.DeliverAsync(channel, message);
            dead |= outcome is Outcome.AddressDead;
            wait |= outcome is Outcome.Again or Outcome.NotStarted;
            Done(outcome);
        }
    }

    void Done(Outcome outcome)
    {
        _outcomes.Enqueue(outcome);
        _underWay.AddOrUpdate(outcome.Message.Channel, 0, (_, count) => count - 1);
        signal.Wake();
    }

    async Task WaitForRunsAsync(TimeSpan patience)
    {
        if (_runs.Count > 0)
            try
            {
                await Task.WhenAll(_runs).WaitAsync(patience, clock);
            }
            catch (TimeoutException)
            {
                // the slow ones go on and are recorded by a later step
            }
        foreach (var failed in _runs.Where(run => run.IsFaulted)) log.LogError(failed.Exception, "A run of messages broke off");
        _runs.RemoveWhere(run => run.IsCompleted);
    }

    async Task<int> RecordAsync()
    {
        var outcomes = new List<Outcome>();
        while (_outcomes.TryDequeue(out var outcome)) outcomes.Add(outcome);
        if (outcomes.Count == 0) return 0;
        try
        {
            await queue.RecordAsync(outcomes);
        }
        catch
        {
            foreach (var outcome in outcomes) _outcomes.Enqueue(outcome);
            throw;
        }
        foreach (var lost in outcomes.Where(outcome => outcome is Outcome.GivenUp or Outcome.AddressDead))
            log.LogWarning("Outbox message {Id} to {Channel} was given up", lost.Message.Id, lost.Message.Channel);
        return outcomes.Count;
    }

    /// <summary>
    /// How long there is nothing to do unless somebody wakes us: until a message falls due or a channel has room again. Counted from what the last step saw, since both may
    /// have come to pass while it ended.
    /// </summary>
    internal async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        var pauses = _full.Select(limiter.OpensIn).OfType<TimeSpan>().Append(options.Value.Poll);
        if (await queue.NextDueAsync(_looked, cancellationToken) is { } due) pauses = pauses.Append(due - clock.GetUtcNow());
        var shortest = pauses.Min();
        return shortest > TimeSpan.FromMilliseconds(1) ? shortest : TimeSpan.FromMilliseconds(1);
    }
}
