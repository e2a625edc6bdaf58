namespace ProgressBot.Web;

/// <summary>
/// Refuses what another site's page makes the browser send (403): such a request could sign somebody out or in under another name. Browsers say where a
/// request comes from in Sec-Fetch-Site; callers that are no browser say nothing. Following a link is not such a request.
/// </summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"]
            ? next(context)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }
}
