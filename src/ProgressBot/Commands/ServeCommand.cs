using ProgressBot.Core.People;
using ProgressBot.Plans;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>The verb <c>serve</c>.</summary>
static class ServeCommand
{
    public static async Task<int> RunAsync(string? urls, string? data, CancellationToken cancellationToken)
    {
        await using var application = ProgressBotHost.Build(Configuration(urls ?? "http://127.0.0.1:5080", data));
        await application.Services.MigrateAsync();
        await application.StartAsync(cancellationToken);
        Links.Learn(application);
        await InviteFirstCoordinatorAsync(application);
        await application.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    public static string[] Configuration(string urls, string? data) => data is null ? ["--urls", urls] : ["--urls", urls, "--Data:Directory", data];

    static async Task InviteFirstCoordinatorAsync(WebApplication application)
    {
        var address = application.Urls.First();
        Console.WriteLine($"ProgressBot: {address}");
        var invitations = application.Services.GetRequiredService<Invitations>();
        if (await invitations.AnyCoordinatorAsync()) return;
        var code = await invitations.CreateAsync(Roles.Coordinator);
        Console.WriteLine(CommandWording.Text("first_coordinator", ("link", Links.To(application.Services, code)), ("code", code)));
    }
}

/// <summary>Links that people open.</summary>
static class Links
{
    /// <summary>Without a public address in the configuration, links carry the one the server listens on.</summary>
    public static void Learn(WebApplication application)
    {
        var options = Options(application.Services);
        if (options.PublicUrl.Length == 0) options.PublicUrl = application.Urls.First().TrimEnd('/');
    }

    public static string To(IServiceProvider services, string code) => $"{Options(services).PublicUrl}/k/{code}";

    static TurnOptions Options(IServiceProvider services) => services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TurnOptions>>().Value;
}
