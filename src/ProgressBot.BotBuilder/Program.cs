using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using ProgressBot;
using ProgressBot.BotBuilder;
using ProgressBot.Channels.BotFramework;

// The same bot as src/ProgressBot; only the Bot Framework channel runs on Microsoft's SDK instead of the built-in protocol.
var app = ProgressBotHost.Build(args, builder => builder.AddSdkChannel());

app.Map(BotFrameworkRegistration.Path, async (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot, Threshold threshold) =>
{
    if (await threshold.ObstacleAsync(context.Request) is { } status)
        context.Response.StatusCode = status;
    else
        await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
});

await app.Services.MigrateAsync();
await app.RunAsync();
