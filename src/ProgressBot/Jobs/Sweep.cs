namespace ProgressBot.Jobs;

/// <summary>
/// Work that is looked for again and again. What is due stands in the database's own columns; the schedule only says how often somebody looks, so that a missed
/// tick loses nothing.
/// </summary>
/// <param name="Name">Its name in the configuration section <c>Schedule</c>.</param>
/// <param name="RunOnceAsync">One step on a fresh scope of services; tells whether it found work.</param>
internal sealed record Sweep(string Name, Func<IServiceProvider, CancellationToken, Task<bool>> RunOnceAsync)
{
    /// <summary>Steps until one finds nothing, each on a scope of its own.</summary>
    /// <returns>Steps that found work.</returns>
    public async Task<int> RunAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        for (var steps = 0; ; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            if (!await RunOnceAsync(scope.ServiceProvider, cancellationToken)) return steps;
        }
    }
}
