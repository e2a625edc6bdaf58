using Quartz;

namespace ProgressBot.Jobs;

/// <summary>When sweeps run: configuration section <c>Schedule</c>, one cron expression (seconds first) per name, or <c>off</c>.</summary>
internal static class Schedule
{
    public const string Section = "Schedule";

    /// <summary>The scheduler, in memory: it holds nothing that a restart could lose.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services
        // ticks come by the real clock, also where the bot's own clock is moved by hand
        .AddQuartz(quartz => quartz.UseInMemoryStore().UseTimeProvider(TimeProvider.System))
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

    /// <summary>Adds a sweep by the service that does its work.</summary>
    /// <param name="cron">How often to look unless the configuration says otherwise.</param>
    /// <param name="runOnce">One step; tells whether it found work.</param>
    /// <exception cref="FormatException">The configured expression cannot be read.</exception>
    public static IServiceCollection AddSweep<T>(
        this IServiceCollection services, IConfiguration configuration, string name, string cron, Func<T, CancellationToken, Task<bool>> runOnce)
        where T : notnull
    {
        services.AddSingleton(new Sweep(name, (provider, cancellationToken) => runOnce(provider.GetRequiredService<T>(), cancellationToken)));
        var configured = configuration[$"{Section}:{name}"] ?? cron;
        if (configured == "off") return services;
        if (!CronExpression.TryParse(configured, out _)) throw new FormatException($"{Section}:{name}: '{configured}' is no cron expression.");
        return services.AddQuartz(quartz => quartz.ScheduleJob<SweepJob>(
            trigger => trigger.WithIdentity(name).WithCronSchedule(configured, schedule => schedule.InTimeZone(TimeZoneInfo.Utc)),
            job => job.WithIdentity(name)));
    }
}
