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
        output.WriteLine("dialogs, wording, configuration: ok");
        return 0;
    }

    // building the host reads and validates every section
    static IReadOnlyList<string> ConfigurationFaults()
    {
        try
        {
            using var application = ProgressBotHost.Build(["--Data:Directory", Path.Combine(Path.GetTempPath(), "progressbot-check")]);
            application.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
            return [];
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or InvalidOperationException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            return [$"appsettings.json: {fault.Message}"];
        }
    }
}
