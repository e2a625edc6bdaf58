using ProgressBot.Channels;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;
using ProgressBot.Web;
using ProgressBot.Web.Plans;

namespace ProgressBot;

/// <summary>The whole bot as a web application: for <c>serve</c>, for <c>demo</c>, and for whoever hosts it in a program of their own.</summary>
public static class ProgressBotHost
{
    /// <summary>Builds the application; the caller migrates nothing and starts it with <c>RunAsync</c>.</summary>
    /// <param name="args">Configuration from the command line, e.g. <c>--urls http://127.0.0.1:5080 --Data:Directory ./data</c>.</param>
    /// <param name="configure">Last word on services and configuration, e.g. another channel.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = BotFolders.Find(null).Root });
        var folders = BotFolders.Find(builder.Configuration["Data:Directory"]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBot(builder.Configuration, folders);
        builder.Services.AddBotSchedule(builder.Configuration);
        builder.Services.AddDirectLine(builder.Configuration, folders.Data);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddWebPage(builder.Configuration, folders.Data);
        builder.Services.AddPeople();
        configure?.Invoke(builder);
        var application = builder.Build();
        application.UseWebPage();
        application.MapDirectLine();
        application.MapBotFramework();
        application.MapWebPage();
        application.MapPlans();
        application.MapGet("/health", () => Results.Text("ok"));
        return application;
    }

    static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<People>();
        services.AddSingleton<PlanDownload>();
        services.AddSingleton<PlanViews>();
        services.AddSingleton<KnowLink>(provider => provider.GetRequiredService<People>().KnowsAsync);
        services.AddSingleton<RedeemLink>(provider => provider.GetRequiredService<People>().RedeemAsync);
        services.AddSingleton<FindPerson>(provider => provider.GetRequiredService<People>().FindAsync);
        services.AddSingleton<FindPersonAt>(provider => provider.GetRequiredService<People>().FindAtAsync);
        services.AddSingleton<FindWordingAt>(provider => async (address, cancellationToken) => provider.GetRequiredService<FindWording>()(
            (await provider.GetRequiredService<People>().FindAtAsync(address, cancellationToken))?.Locale));
        services.AddSingleton<JoinAddresses>(provider => provider.GetRequiredService<People>().JoinAsync);
        services.AddSingleton<ClaimAddress>(provider => provider.GetRequiredService<People>().ClaimAsync);
    }

    /// <summary>What the clock does, and how often somebody looks.</summary>
    static void AddBotSchedule(this IServiceCollection services, IConfiguration configuration) => services
        .AddSchedule()
        .AddSweep<Rounds>(configuration, "Rounds", "0 * * * * ?", (rounds, cancellationToken) => rounds.RunOnceAsync(cancellationToken))
        .AddSweep<Reminders>(configuration, "Reminders", "5/15 * * * * ?", (reminders, cancellationToken) => reminders.RunOnceAsync(cancellationToken))
        .AddSweep<OfficeNotices>(configuration, "Notices", "30 * * * * ?", (notices, cancellationToken) => notices.RunOnceAsync(cancellationToken))
        .AddSweep<Digests>(configuration, "Digests", "10/20 * * * * ?", (digests, cancellationToken) => digests.RunOnceAsync(cancellationToken));
}
