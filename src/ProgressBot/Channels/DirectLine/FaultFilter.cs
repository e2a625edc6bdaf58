using Microsoft.AspNetCore.Http.Features;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Whatever goes wrong in an endpoint, the client gets the error body that the protocol promises.</summary>
internal sealed class FaultFilter(ILogger<FaultFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refusal.TooBig(context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0)
                : Refusal.Malformed("The request cannot be read.");
        }
        catch (Exception fault) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(fault, "A Direct Line request failed");
            return Refusal.Fault();
        }
    }
}
