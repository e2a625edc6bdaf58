namespace ProgressBot.Outbox;

/// <summary>Wakes the sender. Call after the commit: what is not committed cannot be seen. Being woken twice is the same as once.</summary>
internal sealed class OutboxSignal(TimeProvider clock)
{
    readonly Lock _gate = new();
    TaskCompletionSource _woken = New();

    public void Wake()
    {
        lock (_gate) _woken.TrySetResult();
    }

    /// <summary>Returns when somebody woke us since the last return, or after a while.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        Task woken;
        lock (_gate) woken = _woken.Task;
        try
        {
            await woken.WaitAsync(atMost, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return;
        }
        lock (_gate) _woken = New();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
