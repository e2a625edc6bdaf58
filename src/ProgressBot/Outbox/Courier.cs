using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>Hands one message to its channel within the rates and judges what the channel says.</summary>
internal sealed class Courier(RateLimiter limiter, Duties duties, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<Courier> log)
{
    static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(100);

    /// <summary>Never throws: whatever a channel does is an outcome.</summary>
    public async Task<Outcome> DeliverAsync(IChannel channel, OutboxMessage message)
    {
        // counts the attempts of processes that died over it, too
        if (message.Attempts > options.Value.MaxAttempts) return new Outcome.GivenUp(message, $"given up after {message.Attempts - 1} attempts", null);
        // whatever comes of it has to be on record before the claim lapses and somebody else sends it
        if (clock.GetUtcNow() + options.Value.SendTimeout * 2 > message.NextAt) return new Outcome.NotStarted(message, clock.GetUtcNow());
        if (!duties.IsOn(message.Channel)) return new Outcome.NotStarted(message, clock.GetUtcNow());
        if (!limiter.TryStart(message.Address)) return new Outcome.NotStarted(message, clock.GetUtcNow() + (limiter.OpensIn(message.Address) ?? Shortly));
        try
        {
            return Judged(message, await SendAsync(channel, message));
        }
        finally
        {
            limiter.End(message.Address);
        }
    }

    async Task<Delivery> SendAsync(IChannel channel, OutboxMessage message)
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, clock);
        try
        {
            return await channel.SendAsync(message.Address, message.Outgoing, message.Key, timeout.Token).AsTask().WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            return new Delivery.Unknown($"no answer within {options.Value.SendTimeout.TotalSeconds:0} s");
        }
        catch (Exception broken)
        {
            log.LogError(broken, "Channel {Channel} failed on outbox message {Id}", channel.Name, message.Id);
            return new Delivery.Unknown(broken.GetType().Name);
        }
    }

    Outcome Judged(OutboxMessage message, Delivery delivery) => delivery switch
    {
        Delivery.Sent sent => new Outcome.Sent(message, clock.GetUtcNow(), sent.Id),
        Delivery.Later later => Again(message, later.Reason, later.After, later.HttpStatus, unconfirmed: false),
        Delivery.Unknown unknown => Again(message, unknown.Reason, wish: null, httpStatus: null, unconfirmed: true),
        Delivery.Dead dead when SpeaksOfTheMessage(dead.HttpStatus) => new Outcome.GivenUp(message, dead.Reason, dead.HttpStatus),
        Delivery.Dead dead => new Outcome.AddressDead(message, clock.GetUtcNow(), dead.Reason, dead.HttpStatus),
        _ => throw new InvalidOperationException($"Unknown delivery {delivery}."),
    };

    Outcome Again(OutboxMessage message, string reason, TimeSpan? wish, int? httpStatus, bool unconfirmed)
    {
        var hopeless = message.Attempts >= options.Value.MaxAttempts || (unconfirmed && message.Unconfirmed >= options.Value.UnconfirmedRetries);
        if (hopeless) return new Outcome.GivenUp(message, reason, httpStatus);
        var at = clock.GetUtcNow() + Backoff.After(message.Attempts, wish, message.Id, options.Value);
        return new Outcome.Again(message, at, reason, httpStatus, unconfirmed);
    }

    /// <summary>Bad request, too large, unsupported content, unprocessable: another message to the same address may well be taken.</summary>
    static bool SpeaksOfTheMessage(int? httpStatus) => httpStatus is 400 or 413 or 415 or 422;
}
