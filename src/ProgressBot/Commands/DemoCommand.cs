using ProgressBot.Core.Reminding;
using ProgressBot.Demo;

namespace ProgressBot.Commands;

/// <summary>The verb <c>demo</c>: everything real but the clock and the cast; nothing is kept unless a folder is named.</summary>
static class DemoCommand
{
    public static async Task<int> RunAsync(string? urls, string? data, CancellationToken cancellationToken)
    {
        urls ??= "http://127.0.0.1:5080";
        if (!IsLoopback(urls))
        {
            Console.Error.WriteLine(CommandWording.Text("demo_elsewhere", ("urls", urls)));
            return 1;
        }
        var folder = data ?? Directory.CreateTempSubdirectory("progressbot-demo-").FullName;
        try
        {
            await using var application = await StageAsync(urls, folder, cancellationToken);
            await application.StartAsync(cancellationToken);
            Links.Learn(application);
            Console.WriteLine(CommandWording.Text("demo", ("url", application.Urls.First())));
            Console.WriteLine(CommandWording.Text("demo_how"));
            await application.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        finally
        {
            if (data is null) Directory.Delete(folder, true);
        }
    }

    /// <summary>The demonstration, ready to start: plan, cast and two rounds of history are in place.</summary>
    public static async Task<WebApplication> StageAsync(string urls, string folder, CancellationToken cancellationToken)
    {
        var (activated, now) = DemoStory.Timeline(TimeProvider.System.GetUtcNow(), WorkingCalendar.China);
        var clock = new DemoClock(activated);
        var application = ProgressBotHost.Build(ServeCommand.Configuration(urls, folder), builder => builder.Services.AddDemo(clock));
        application.MapDemo(clock);
        await application.Services.MigrateAsync();
        if (await DemoCast.IsEmptyAsync(application.Services, cancellationToken))
        {
            await DemoCast.ImportSampleAsync(application.Services, activated.AddDays(1).Year, cancellationToken);
            await DemoCast.HireAsync(application.Services, cancellationToken);
            await DemoStory.PlayAsync(application.Services, clock, now, cancellationToken);
        }
        else clock.MoveTo(now);
        return application;
    }

    static bool IsLoopback(string urls) => urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
