using ProgressBot.Core.Messaging;
using ProgressBot.Jobs;

namespace ProgressBot.Outbox;

/// <summary>The outbox in a host. Channels are registered as <see cref="IChannel"/> by themselves.</summary>
internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section))
            .Validate(options => options.SendTimeout < options.Lease / 2, "Outbox: SendTimeout must be below half of Lease.")
            .Validate(
                options => options is { InFlight: >= 1 and <= 5000, Run: >= 1, MaxAttempts: >= 1 },
                "Outbox: InFlight is 1 to 5000, Run and MaxAttempts are at least 1.")
            .Validate(options => options.Duty > TimeSpan.Zero, "Outbox: Duty must be longer than nothing.")
            .ValidateOnStart();
        return services
            .AddSingleton<OutboxSignal>()
            .AddSingleton<RateLimiter>()
            .AddSingleton<Duties>()
            .AddSingleton<OutboxQueue>()
            .AddSingleton<Courier>()
            .AddSingleton<OutboxSender>()
            .AddHostedService(provider => provider.GetRequiredService<OutboxSender>())
            .AddSingleton<OutboxCleanup>()
            .AddSweep<OutboxCleanup>(configuration, "Cleanup", "0 20 19 * * ?", (cleanup, cancellationToken) => cleanup.RunOnceAsync(cancellationToken));
    }
}
