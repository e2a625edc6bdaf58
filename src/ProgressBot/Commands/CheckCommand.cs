using Microsoft.Extensions.Options;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Reminding;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>The verb <c>check</c>: dialogs, wording and configuration, a line per fault.</summary>
static class CheckCommand
{
    public static int Run(TextWriter output, TextWriter error)
    {
        var folders = BotFolders.Find(null);
        var faults = DialogLibrary.Faults(folders.Dialogs);
        foreach (var fault in faults.Concat(ConfigurationFaults())) error.WriteLine(fault);
        if (faults.Count > 0 || ConfigurationFaults().Count > 0) return 1;
        if (MissingYear() is { } year) output.WriteLine($"calendar: the days off of {year} are not known; until they are, Monday to Friday count as working days");
        output.WriteLine("dialogs, wording, configuration: ok");
        return 0;
    }

    // no fault: the official notice for the next year comes out in November
    static int? MissingYear()
    {
        using var application = ProgressBotHost.Build(["--Data:Directory", Path.Combine(Path.GetTempPath(), "progressbot-check")]);
        var zone = application.Services.GetRequiredService<IOptions<TurnOptions>>().Value.Zone;
        return application.Services.GetRequiredService<Func<WorkingCalendar>>()().MissingYear(zone.Today(TimeProvider.System.GetUtcNow()));
    }

    // building the host reads and validates every section
    static IReadOnlyList<string> ConfigurationFaults()
    {
        try
        {
            using var application = ProgressBotHost.Build(["--Data:Directory", Path.Combine(Path.GetTempPath(), "progressbot-check")]);
            application.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
            return [.. BotFrameworkRegistration.Read(application.Configuration).Problems().Select(problem => $"appsettings.json: {problem}")];
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or InvalidOperationException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            return [$"appsettings.json: {fault.Message}"];
        }
    }
}
