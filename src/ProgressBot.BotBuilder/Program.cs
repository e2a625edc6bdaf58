using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using ProgressBot;
using ProgressBot.BotBuilder;
using ProgressBot.Channels.BotFramework;

// The same bot as src/ProgressBot; only the Bot Framework channel runs on Microsoft's SDK instead of the built-in protocol.
var app = ProgressBotHost.Build(args, builder => builder.AddSdkChannel());

app.Map(BotFrameworkRegistration.Path, async (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot, BotFrameworkOptions options) =>
{
    // without an app id the SDK asks nobody for a token
    if (!options.IsProtected && !OpenDoor.Admits(context))
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return;
    }

    if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        limit.MaxRequestBodySize = RequestBody.Longest;
    await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
});

await app.Services.MigrateAsync();
await app.RunAsync();
