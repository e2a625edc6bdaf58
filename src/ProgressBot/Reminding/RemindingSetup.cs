using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;

namespace ProgressBot.Reminding;

/// <summary>The working calendar in a host. <c>Calendar:File</c> names the office's own file; without it the built-in one is in force.</summary>
internal static class RemindingSetup
{
    public static IServiceCollection AddWorkingCalendar(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider =>
        {
            var file = new CalendarFile(configuration["Calendar:File"] is { Length: > 0 } path ? path : null, WorkingCalendar.China, provider.GetRequiredService<ILogger<CalendarFile>>());
            file.Refresh();
            return file;
        })
        .AddSingleton<Func<WorkingCalendar>>(provider =>
        {
            var file = provider.GetRequiredService<CalendarFile>();
            return () => file.Current;
        })
        .AddSweep<CalendarFile>(configuration, "Calendar", "0/10 * * * * ?", (file, _) =>
        {
            file.Refresh();
            return Task.FromResult(false);
        });
}
