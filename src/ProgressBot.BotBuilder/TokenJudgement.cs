using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.Tokens;
using Activity = Microsoft.Bot.Schema.Activity;

namespace ProgressBot.BotBuilder;

/// <summary>The SDK's own judgement of a caller's token; what cannot be read or is no longer good is refused (401), where the SDK would fail (500).</summary>
internal sealed class TokenJudgement(IConfiguration configuration, IHttpClientFactory clients) : ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: clients)
{
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (Exception problem) when (problem is SecurityTokenException or ArgumentException or FormatException)
        {
            throw new UnauthorizedAccessException("The token proves nothing.", problem);
        }
    }
}
