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
            Console.Error.WriteLine($"demo: {urls}: 演示只能在本机（127.0.0.1 或 localhost）上运行；正式使用请用 serve。");
            return 1;
        }
        var folder = data ?? Directory.CreateTempSubdirectory("progressbot-demo-").FullName;
        try
        {
            await using var application = await StageAsync(urls, folder, cancellationToken);
            await application.StartAsync(cancellationToken);
            Links.Learn(application);
            Console.WriteLine($"演示：{application.Urls.First()}");
            Console.WriteLine("打开网页，在上方选择身份；“下个工作日”会收到填报提醒，“下周五16:30”会收到周报。按 Ctrl+C 结束。");
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
