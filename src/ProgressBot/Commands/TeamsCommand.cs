using ProgressBot.Channels.BotFramework;

namespace ProgressBot.Commands;

/// <summary>The verb <c>teams</c>: the app package for Teams, from the configuration.</summary>
static class TeamsCommand
{
    public static int Run(FileInfo file, TextWriter error)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(BotFolders.Find(null).Root, "appsettings.json")).AddEnvironmentVariables().Build();
        return TeamsPackageCommand.Run(BotFrameworkRegistration.Read(configuration), CommandWording.In, file.FullName, error);
    }
}
