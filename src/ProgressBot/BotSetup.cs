using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;
using ProgressBot.Outbox;
using ProgressBot.Plans;
using ProgressBot.Reminding;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot;

/// <summary>The bot without its doors: store, dialogs, turns, schedule, outbox. The server adds channels and the page, the command line adds nothing.</summary>
static class BotSetup
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, BotFolders folders)
    {
        Directory.CreateDirectory(folders.Data);
        services.AddSingleton(folders);
        services.AddSqliteStorage(folders.Database);
        services.AddFileStore(folders.Data);
        services.AddSingleton<PlanCache>();
        services.AddSingleton<LedgerLoader>();
        services.AddSingleton<FactsLoader>();
        services.AddSingleton<TurnCache>().AddSingleton<Receipts>();
        services.AddSingleton<ReplyBuffers>();
        services.AddSingleton<TurnRunner>().AddSingleton<FailedTurns>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<PlanEdits>();
        services.AddSingleton<PlanFiles>();
        services.AddSingleton<PlanSheets>();
        services.AddSingleton<Invitations>();
        services.AddSingleton(provider => new DialogLibrary(folders.Dialogs, provider.GetRequiredService<ILogger<DialogLibrary>>()));
        services.AddSingleton<FindWording>(provider => locale => provider.GetRequiredService<DialogLibrary>().Book.Wording(locale));
        services.AddWorkingCalendar(configuration);
        services.AddSingleton<Func<WorkingCalendar>>(provider => () => provider.GetRequiredService<CalendarFile>().Current);
        services.AddSingleton<ReceiveMessage>(provider => (incoming, cancellationToken) => provider.GetRequiredService<FailedTurns>().RunAsync(incoming, cancellationToken));
        services.AddSingleton<Rounds>().AddSingleton<Reminders>().AddSingleton<Digests>().AddSingleton<OfficeNotices>();
        services.AddOutbox(configuration);
        services.AddOptions<TurnOptions>().Bind(configuration.GetSection(TurnOptions.Section))
            .Validate(options => ZoneTime.Find(options.TimeZone) is not null, "Bot:TimeZone: no such time zone; use an IANA name such as Asia/Shanghai.")
            .ValidateOnStart();
        services.AddOptions<DigestOptions>().Bind(configuration.GetSection(DigestOptions.Section))
            .Validate(options => !options.Schedule.Check().Contains(ScheduleError.UnknownTimeZone), "Digest:TimeZone: no such time zone; use an IANA name such as Asia/Shanghai.")
            .Validate(options => !options.Schedule.Check().Contains(ScheduleError.DigestTimeOutOfRange), "Digest:Time: digests leave between 8:00 and 20:00, e.g. 16:30.")
            .Validate(options => !options.Schedule.Check().Contains(ScheduleError.NoticeOutOfRange), "Digest:Notice: from 8:00 to half an hour before Digest:Time; leave it empty for none.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Brings the schema up to date. Of a database that is only being made there is nothing to lose: no word then of steps that cannot be taken back.</summary>
    /// <exception cref="UnknownDatabaseException">Another version of the program has made it; it is left as it is.</exception>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        var file = services.GetRequiredService<BotFolders>().Database;
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(file).UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        if (!File.Exists(file)) options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        await using var db = new BotDb(options.Options);
        await SchemaUpdate.RunAsync(db, file, services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(SchemaUpdate)), CancellationToken.None);
    }
}

/// <summary>A database with a schema that this version of the program does not know.</summary>
sealed class UnknownDatabaseException(string file) : Exception($"{file} was made by another version.")
{
    public string File { get; } = file;
}

/// <summary>Where things lie. Settings and dialogs are found beside the program when the current folder has none.</summary>
/// <param name="Data">Database, evidence, keys.</param>
sealed record BotFolders(string Root, string Data)
{
    public string Database => Path.Combine(Data, "progressbot.db");
    public string Dialogs => Path.Combine(Root, "dialogs");

    public static BotFolders Find(string? data)
    {
        var here = Directory.GetCurrentDirectory();
        var root = File.Exists(Path.Combine(here, "appsettings.json")) && Directory.Exists(Path.Combine(here, "dialogs")) ? here : AppContext.BaseDirectory;
        return new BotFolders(root, Path.GetFullPath(string.IsNullOrEmpty(data) ? Path.Combine(root, "data") : data));
    }
}
