namespace ProgressBot.Commands;

/// <summary>The bot for one command: same store, same rules, no doors. The schema is brought up to date first.</summary>
static class BotShell
{
    /// <param name="clock">Null for the real one.</param>
    public static async Task<ServiceProvider> OpenAsync(string? data, TimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        var root = BotFolders.Find(null).Root;
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(root, "appsettings.json")).AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddBot(configuration, BotFolders.Find(data ?? configuration["Data:Directory"]));
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.MigrateAsync();
        return provider;
    }

    /// <summary>A clock that stands at a time.</summary>
    public sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
