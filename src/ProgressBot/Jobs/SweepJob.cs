using Quartz;

namespace ProgressBot.Jobs;

/// <summary>The one job there is: runs the sweep whose name it carries. A sweep that fails is logged and gets its next chance at the next tick.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(IEnumerable<Sweep> sweeps, IServiceScopeFactory scopes, ILogger<SweepJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        try
        {
            await sweeps.Single(sweep => sweep.Name == name).RunAsync(scopes, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Sweep {Name} failed; it is tried again at its next tick", name);
        }
    }
}
